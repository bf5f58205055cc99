import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardActionArea from '@mui/material/CardActionArea'
import Typography from '@mui/material/Typography'
import { ListBase, useListContext, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import type { TaskRowFragment } from '../gen/documents.js'
import { PageHead } from '../shared/PageHead.js'
import { sentence } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { TaskPersonFilter } from './TaskPersonFilter.js'

const columns = ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW'] as const

/** Unfinished tasks as a board, one column per status; overdue ones stand out. */
export function TaskBoard() {
  const translate = useTranslate()
  return (
    <ListBase
      resource="tasks"
      perPage={100}
      sort={{ field: 'dueAt', order: 'ASC' }}
      filter={{ status: [...columns] }}
      exporter={false}
      disableSyncWithLocation
      storeKey="board"
    >
      <PageHead title={translate('tasks.board')} />
      <Box sx={{ mb: 1.5 }}>
        <TaskPersonFilter />
      </Box>
      <Columns />
    </ListBase>
  )
}

function Columns() {
  const translate = useTranslate()
  const { data = [] } = useListContext<TaskRowFragment>()
  return (
    <Box
      tabIndex={0}
      role="region"
      aria-label={translate('tasks.board')}
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: `repeat(${columns.length}, minmax(210px, 1fr))`,
        overflowX: 'auto',
        pb: 1,
      }}
    >
      {columns.map((status) => {
        const tasks = data.filter((task) => task.status === status)
        return (
          <Box
            key={status}
            component="section"
            aria-label={translate(`states.${status}`, { _: sentence(status) })}
          >
            <Typography variant="h2" sx={{ mb: 1, display: 'flex', gap: 1 }}>
              {translate(`states.${status}`, { _: sentence(status) })}
              <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500 }}>
                {tasks.length}
              </Box>
            </Typography>
            <Box sx={{ display: 'grid', gap: 1 }}>
              {tasks.map((task) => (
                <TaskCard key={task.id} task={task} />
              ))}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}

function TaskCard({ task }: { task: TaskRowFragment }) {
  const translate = useTranslate()
  return (
    <Card sx={task.overdue ? { borderLeft: 3, borderLeftColor: 'error.main' } : undefined}>
      <CardActionArea component={Link} to={`/tasks/${task.id}/show`} sx={{ p: 1.25 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{task.title}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[task.order?.number, task.line?.service?.name].filter(Boolean).join(' · ')}
        </Typography>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mt: 0.5, fontSize: '0.82rem' }}>
          <span>{task.assignee?.name ?? translate('shared.nobody')}</span>
          <When at={task.dueAt} relative late={task.overdue} />
        </Box>
      </CardActionArea>
    </Card>
  )
}
