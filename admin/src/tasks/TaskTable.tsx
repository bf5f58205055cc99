import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { TaskRowFragment } from '../gen/documents.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'

/** The tasks of one thing, as part of its page. */
export function TaskTable({ tasks }: { tasks: TaskRowFragment[] }) {
  const translate = useTranslate()
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('tasks.task')}</TableCell>
          <TableCell>{translate('tasks.state')}</TableCell>
          <TableCell>{translate('tasks.assignee')}</TableCell>
          <TableCell>{translate('tasks.due')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {tasks.map((task) => (
          <TableRow key={task.id}>
            <TableCell>
              <Link component={RouterLink} to={`/tasks/${task.id}/show`}>
                {task.title}
              </Link>
            </TableCell>
            <TableCell>
              <StateChip value={task.status} />
            </TableCell>
            <TableCell>{task.assignee?.name ?? translate('shared.nobody')}</TableCell>
            <TableCell>
              <When at={task.dueAt} relative late={task.overdue} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
