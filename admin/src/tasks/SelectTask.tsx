import Checkbox from '@mui/material/Checkbox'
import { useListContext, useTranslate } from 'react-admin'
import type { TaskRowFragment } from '../gen/documents.js'

/** Selects a task for delegation; only where it may be delegated. */
export function SelectTask({ task }: { task: TaskRowFragment }) {
  const translate = useTranslate()
  const { selectedIds, onToggleItem } = useListContext()
  const offered = task.availableActions.some((offer) => offer.name === 'delegateTask' && offer.allowed)
  return (
    <Checkbox
      size="small"
      sx={{ p: 0.5 }}
      disabled={!offered}
      checked={selectedIds.includes(task.id)}
      onClick={(event) => event.stopPropagation()}
      onChange={() => onToggleItem(task.id)}
      slotProps={{ input: { 'aria-label': translate('tasks.selectOne', { title: task.title }) } }}
    />
  )
}
