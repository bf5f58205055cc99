import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardActionArea from '@mui/material/CardActionArea'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useGetList, useStore, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import type { TaskRowFragment } from '../gen/documents.js'
import { PageHead } from '../shared/PageHead.js'
import { sentence } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { PersonFilter, type TaskFilter } from './TaskPersonFilter.js'
import { UNFINISHED } from './unfinished.js'

/** So many cards of a column are drawn: those due first. */
const CARDS = 50

/** Unfinished tasks as a board, one column per status; overdue ones stand out. */
export function TaskBoard() {
  const translate = useTranslate()
  const [filter, setFilter] = useStore<TaskFilter>('board.filter', {})
  return (
    <>
      <PageHead title={translate('tasks.board')} />
      <Box sx={{ mb: 1.5 }}>
        <PersonFilter filter={filter} onChange={setFilter} />
      </Box>
      <Box
        tabIndex={0}
        role="region"
        aria-label={translate('tasks.board')}
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: `repeat(${UNFINISHED.length}, minmax(210px, 1fr))`,
          overflowX: 'auto',
          pb: 1,
        }}
      >
        {UNFINISHED.map((status) => (
          <Column key={status} filter={{ ...filter, status: [status] }} status={status} />
        ))}
      </Box>
    </>
  )
}

/** The tasks of one status, as many as there are in its head; the list shows those for which there is no room. */
function Column({ status, filter }: { status: string; filter: TaskFilter & { status: string[] } }) {
  const translate = useTranslate()
  const {
    data = [],
    total,
    meta,
  } = useGetList<TaskRowFragment>('tasks', {
    pagination: { page: 1, perPage: CARDS },
    sort: { field: 'dueAt', order: 'ASC' },
    filter,
  })
  const title = translate(`states.${status}`, { _: sentence(status) })
  const count = total === undefined ? '' : `${total}${meta?.precision === 'AT_LEAST' ? '+' : ''}`
  return (
    <Box component="section" aria-label={title}>
      <Typography variant="h2" sx={{ mb: 1, display: 'flex', gap: 1 }}>
        {title}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500 }}>
          {count}
        </Box>
      </Typography>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {data.map((task) => (
          <TaskCard key={task.id} task={task} />
        ))}
        {total !== undefined && total > data.length ? (
          <MuiLink component={Link} to={`/tasks?filter=${encodeURIComponent(JSON.stringify(filter))}`}>
            {translate('tasks.someOf', { shown: data.length, count })}
          </MuiLink>
        ) : null}
      </Box>
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
