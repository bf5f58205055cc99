import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import type { TaskRowFragment } from '../gen/documents.js'
import { useVerb } from '../verbs/use-verb.js'
import { BulkDelegateTable, type BulkOutcome } from './BulkDelegateTable.js'
import { candidatesFor, suggestAll } from './candidates.js'
import { usePeople } from './use-people.js'

/** Delegates the selected tasks in one go; each says afterwards how it went. */
export function BulkDelegate() {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const { data = [], selectedIds, onUnselectItems } = useListContext<TaskRowFragment>()
  const tasks = data.filter((task) => selectedIds.includes(task.id))
  const close = () => {
    setOpen(false)
    onUnselectItems()
  }
  if (!selectedIds.length && !open) return null
  return (
    <>
      <Button variant="contained" sx={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
        {translate('tasks.delegateMany', { smart_count: selectedIds.length })}
      </Button>
      {open ? <DelegateDialog tasks={tasks} onClose={close} /> : null}
    </>
  )
}

function DelegateDialog({ tasks: given, onClose }: { tasks: TaskRowFragment[]; onClose: () => void }) {
  const translate = useTranslate()
  const [tasks] = useState(given)
  const people = usePeople()
  const { run, pending } = useVerb('delegateTasks')
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [outcomes, setOutcomes] = useState<BulkOutcome[]>()
  const suggested = suggestAll(
    people,
    tasks.map((task) => ({ ...task, key: task.id })),
  )
  const assigneeOf = (task: TaskRowFragment) =>
    chosen[task.id] ?? task.assignee?.id ?? task.suggestedAssignee?.id ?? suggested[task.id] ?? ''
  const items = tasks
    .map((task) => ({ id: task.id, assigneeId: assigneeOf(task) }))
    .filter((item) => item.assigneeId)
  const submit = async () => {
    setChosen(Object.fromEntries(items.map((item) => [item.id, item.assigneeId])))
    const answer = await run({ items }, undefined, { quiet: true })
    if (answer) setOutcomes(answer as BulkOutcome[])
  }
  const rows = tasks.map((task) => ({
    task,
    candidates: candidatesFor(people, task),
    assigneeId: assigneeOf(task),
    outcome: outcomes?.find((one) => one.id === task.id),
  }))
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="delegate-many">
      <DialogTitle id="delegate-many">{translate('tasks.delegateTitle')}</DialogTitle>
      <DialogContent sx={{ overflowX: 'auto' }}>
        <BulkDelegateTable
          rows={rows}
          done={Boolean(outcomes)}
          onChoose={(id, assigneeId) => setChosen((before) => ({ ...before, [id]: assigneeId }))}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate(outcomes ? 'tasks.close' : 'shared.cancel')}</Button>
        {outcomes ? null : (
          <Button variant="contained" disabled={pending || !items.length} onClick={() => void submit()}>
            {translate('tasks.delegateMany', { smart_count: items.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
