import { StaffForTaskDocument } from '../gen/documents.js'
import { useAsk } from '../shared/use-ask.js'
import { CandidateSelect } from '../tasks/CandidateSelect.js'
import type { AnswerProps } from './answer-props.js'

/** Who gets a task: everybody who may, with present load and whether they have the skill; the fittest first. */
export function PersonPicker({ asked, label, record, value, onChange }: AnswerProps) {
  const { data } = useAsk(['tasks', 'staff', record.id], StaffForTaskDocument, { id: record.id })
  const candidates = (data?.staffForTask ?? [])
    .map(({ user, openTasks, hasSkill }) => ({ ...user, openTasks, hasSkill }))
    .sort((a, b) => Number(b.hasSkill) - Number(a.hasSkill) || a.openTasks - b.openTasks)
  return (
    <CandidateSelect
      label={label}
      required={asked.required}
      candidates={candidates}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
    />
  )
}
