import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { OnboardingPageFragment } from '../gen/documents.js'
import { sentence } from '../shared/StateChip.js'
import { CandidateSelect } from '../tasks/CandidateSelect.js'
import { candidatesFor, type Person } from '../tasks/candidates.js'

type Line = NonNullable<OnboardingPageFragment['line']>
type Step = NonNullable<Line['blueprint']>['steps'][number]
type Task = NonNullable<Line['tasks']>[number]

/** The states in which a task is nobody's to give away. */
const settled = new Set(['IN_REVIEW', 'DONE', 'CANCELLED'])

/** A step that an approval begins: what it is, and who does it, or how far it had come before. */
export function ApprovedStep(props: {
  step: Step
  steps: readonly Step[]
  task: Task | undefined
  people: readonly Person[]
  assigneeId: string | undefined
  onChoose: (id: string) => void
}) {
  const { step, steps, task, people } = props
  const translate = useTranslate()
  const state = task ? (task.setAsideFrom ?? task.status) : undefined
  return (
    <>
      <StepFacts step={step} steps={steps} />
      {state && settled.has(state) ? (
        <Typography sx={{ color: 'text.secondary' }}>
          {[translate(`states.${state}`, { _: sentence(state) }), task?.assignee?.name]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      ) : (
        <CandidateSelect
          label={translate('verify.assigneeOf', { title: step.title })}
          candidates={candidatesFor(people, { role: 'FULFILMENT', skill: step.skill })}
          value={props.assigneeId ?? task?.assignee?.id ?? ''}
          onChange={props.onChoose}
        />
      )}
    </>
  )
}

function StepFacts({ step, steps }: { step: Step; steps: readonly Step[] }) {
  const translate = useTranslate()
  const titleOf = (key: string) => steps.find((other) => other.key === key)?.title ?? key
  const facts = [
    step.skill ? translate('verify.needs', { skill: step.skill }) : undefined,
    translate('verify.dueIn', { smart_count: step.dueInWorkingHours }),
    step.needsReview ? translate('verify.reviewed') : undefined,
    step.dependsOn.length
      ? translate('verify.after', { steps: step.dependsOn.map(titleOf).join(', ') })
      : undefined,
  ]
  return (
    <Box>
      <Typography sx={{ fontWeight: 600 }}>{step.title}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {facts.filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  )
}
