import Link from '@mui/material/Link'
import { DataTable, usePermissions, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { TaskRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { BulkDelegate } from './BulkDelegate.js'
import { SelectTask } from './SelectTask.js'
import { TaskPersonFilter } from './TaskPersonFilter.js'

const Col = DataTable.Col<TaskRowFragment>

/** Tasks by status and person; an admin delegates one or many of them from here. */
export function TaskList() {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  const delegates = permissions.includes('ADMIN')
  const filters = (
    <>
      <FilterChips source="status" label="tasks.state" choices={statesOf('TaskStatus')} />
      <TaskPersonFilter />
      {delegates ? <BulkDelegate /> : null}
    </>
  )
  return (
    <TableList title="tasks.title" sort={{ field: 'dueAt', order: 'ASC' }} filters={filters}>
      <DataTable rowClick="show" bulkActionButtons={false} empty={<Quiet>{translate('tasks.empty')}</Quiet>}>
        {delegates ? (
          <Col
            source="id"
            disableSort
            label="tasks.select"
            sx={wide}
            render={(task) => <SelectTask task={task} />}
          />
        ) : null}
        <Col source="title" disableSort label="tasks.task" render={(task) => <TaskName task={task} />} />
        <Col
          source="order.number"
          disableSort
          label="tasks.order"
          sx={wide}
          render={(task) => <OrderLink task={task} />}
        />
        <Col
          source="status"
          disableSort
          label="tasks.state"
          render={(task) => <StateChip value={task.status} />}
        />
        <Col
          source="assignee.name"
          disableSort
          label="tasks.assignee"
          sx={wide}
          render={(task) => <Assignee task={task} />}
        />
        <Col
          source="dueAt"
          label="tasks.due"
          render={(task) => <When at={task.dueAt} relative late={task.overdue} />}
        />
      </DataTable>
    </TableList>
  )
}

function TaskName({ task }: { task: TaskRowFragment }) {
  return (
    <>
      <strong>{task.title}</strong>
      <div style={{ fontSize: '0.82rem', opacity: 0.8 }}>
        {[task.line?.service?.name, task.skill].filter(Boolean).join(' · ')}
      </div>
    </>
  )
}

function OrderLink({ task: { order } }: { task: TaskRowFragment }) {
  if (!order) return null
  return (
    <Link component={RouterLink} to={`/orders/${order.id}/show`} onClick={(event) => event.stopPropagation()}>
      {order.number}
    </Link>
  )
}

function Assignee({ task }: { task: TaskRowFragment }) {
  const translate = useTranslate()
  if (task.assignee) return <>{task.assignee.name}</>
  if (!task.suggestedAssignee) return <>{translate('shared.nobody')}</>
  return (
    <span style={{ opacity: 0.8 }}>
      {translate('tasks.suggested', { name: task.suggestedAssignee.name })}
    </span>
  )
}
