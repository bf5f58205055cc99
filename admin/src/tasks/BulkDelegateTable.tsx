import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslate } from 'react-admin'
import type { TaskRowFragment } from '../gen/documents.js'
import { CandidateSelect } from './CandidateSelect.js'
import type { Candidate } from './candidates.js'

/** How one item of a bulk delegation went: no refusal means that it was done. */
export interface BulkOutcome {
  id: string
  refusal?: string | null
  message?: string | null
}

interface Row {
  task: TaskRowFragment
  candidates: Candidate[]
  assigneeId: string
  outcome?: BulkOutcome
}

/** The selected tasks, who gets each, and at last how each went. */
export function BulkDelegateTable(props: {
  rows: Row[]
  done: boolean
  onChoose: (id: string, assigneeId: string) => void
}) {
  const translate = useTranslate()
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('tasks.task')}</TableCell>
          <TableCell sx={{ minWidth: 200 }}>{translate('tasks.assignee')}</TableCell>
          {props.done ? <TableCell>{translate('tasks.result')}</TableCell> : null}
        </TableRow>
      </TableHead>
      <TableBody>
        {props.rows.map(({ task, candidates, assigneeId, outcome }) => (
          <TableRow key={task.id}>
            <TableCell>
              <strong>{task.title}</strong>
              <Box sx={{ color: 'text.secondary' }}>
                {[task.order?.number, task.skill].filter(Boolean).join(' · ')}
              </Box>
            </TableCell>
            <TableCell>
              <CandidateSelect
                label={translate('tasks.assignee')}
                candidates={candidates}
                value={assigneeId}
                disabled={props.done}
                onChange={(id) => props.onChoose(task.id, id)}
              />
            </TableCell>
            {props.done ? (
              <TableCell>
                {outcome?.refusal ? (
                  <Box sx={{ color: 'error.main' }}>{outcome.message ?? outcome.refusal}</Box>
                ) : (
                  <Box sx={{ color: 'success.main' }}>
                    {translate(outcome ? 'tasks.delegated' : 'tasks.notSent')}
                  </Box>
                )}
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
