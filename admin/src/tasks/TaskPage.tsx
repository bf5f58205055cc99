import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { TaskUpdatedDocument, type TaskPageFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { Facts } from '../shared/Facts.js'
import { LogLink } from '../audit/LogLink.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { RecordPage } from '../shared/RecordPage.js'
import { sentence, StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'

/** One task: what to do, by when, after what, and what may be done with it now. */
export function TaskPage() {
  return <RecordPage<TaskPageFragment>>{(task) => <TaskShown task={task} />}</RecordPage>
}

function TaskShown({ task }: { task: TaskPageFragment }) {
  const translate = useTranslate()
  const queryClient = useQueryClient()
  useLive(TaskUpdatedDocument, { id: task.id }, () => {
    void queryClient.invalidateQueries({ queryKey: ['tasks'] })
  })
  return (
    <>
      <PageHead
        title={task.title}
        kicker={[task.order?.number, task.line?.service?.name].filter(Boolean).join(' · ')}
        state={
          <>
            <StateChip value={task.status} />
            {task.overdue ? <StateChip value="OVERDUE" /> : null}
          </>
        }
      >
        <VerbButtons record={task} />
        <LogLink id={task.id} />
      </PageHead>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: '3fr 2fr' },
        }}
      >
        <Panel title={translate('tasks.instructions')}>
          {task.returnReason ? (
            <Typography sx={{ mb: 1 }}>
              <strong>{translate('tasks.returned')}:</strong> {task.returnReason}
            </Typography>
          ) : null}
          {task.waitingReason ? (
            <Typography sx={{ mb: 1 }}>
              <strong>{translate('tasks.waitingFor')}:</strong> {task.waitingReason}
            </Typography>
          ) : null}
          <Typography sx={{ whiteSpace: 'pre-wrap' }}>
            {task.instructions || translate('tasks.noInstructions')}
          </Typography>
          <Checklist task={task} />
        </Panel>
        <Box>
          <Panel title={translate('tasks.facts')}>
            <Facts items={useTaskFacts(task)} />
          </Panel>
          <Before task={task} />
        </Box>
      </Box>
    </>
  )
}

function Checklist({ task }: { task: TaskPageFragment }) {
  const translate = useTranslate()
  if (!task.checklist.length) return null
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {translate('tasks.checklist')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {task.checklist.map((item) => (
          <li key={item.key}>
            {item.text}
            {item.done === null || item.done === undefined
              ? null
              : ` – ${translate(item.done ? 'tasks.done' : 'tasks.notDone')}`}
            {item.note ? <Box sx={{ color: 'text.secondary' }}>{item.note}</Box> : null}
          </li>
        ))}
      </Box>
    </>
  )
}

function Before({ task }: { task: TaskPageFragment }) {
  const translate = useTranslate()
  return (
    <Panel title={translate('tasks.before')}>
      {task.dependsOn.length ? null : <Quiet>{translate('tasks.nothingBefore')}</Quiet>}
      {task.dependsOn.map((other) => (
        <Box key={other.id} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, py: 0.5 }}>
          <Link component={RouterLink} to={`/tasks/${other.id}/show`}>
            {other.title}
          </Link>
          <StateChip value={other.status} />
        </Box>
      ))}
    </Panel>
  )
}

function useTaskFacts(task: TaskPageFragment): [string, React.ReactNode][] {
  const translate = useTranslate()
  return [
    [translate('tasks.assignee'), task.assignee?.name ?? translate('shared.nobody')],
    [translate('tasks.suggestion'), task.assignee ? null : task.suggestedAssignee?.name],
    [translate('tasks.due'), task.dueAt ? <When key="due" at={task.dueAt} late={task.overdue} /> : null],
    [translate('tasks.role'), sentence(task.role)],
    [translate('tasks.skill'), task.skill],
    [translate('tasks.cause'), task.cause ? sentence(task.cause) : null],
    [translate('tasks.createdAt'), <When key="created" at={task.createdAt} />],
    [
      translate('tasks.order'),
      task.order ? (
        <Link key="order" component={RouterLink} to={`/orders/${task.order.id}/show`}>
          {task.order.number}
        </Link>
      ) : null,
    ],
  ]
}
