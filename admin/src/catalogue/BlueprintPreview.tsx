import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { StepFragment } from '../gen/documents.js'
import { Quiet } from '../shared/Quiet.js'
import { type Planned, planOf } from './blueprint-content.js'

const HOURS_A_DAY = 8

/** The tasks in the order in which they can be taken, each as a bar over the time it has, and when all are due. */
export function BlueprintPreview({ steps }: { steps: readonly StepFragment[] }) {
  const translate = useTranslate()
  const { planned, total } = planOf(steps)
  if (!planned.length) return <Quiet>{translate('editor.noSteps')}</Quiet>
  const titles = new Map(steps.map((step) => [step.key, step.title || step.key]))
  return (
    <>
      <Typography sx={{ mb: 1.5 }}>
        {translate('editor.total', { hours: total, days: Math.ceil(total / HOURS_A_DAY) })}
      </Typography>
      <Box component="ol" sx={{ m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {planned.map((one) => (
          <Row key={one.step.key} planned={one} total={total} titles={titles} />
        ))}
      </Box>
    </>
  )
}

function Row(props: { planned: Planned; total: number; titles: ReadonlyMap<string, string> }) {
  const { step, from, due, tooEarly, inCircle } = props.planned
  const translate = useTranslate()
  const after = step.dependsOn.map((key) => props.titles.get(key) ?? key).join(', ')
  const words = [
    after ? translate('editor.after', { steps: after }) : translate('editor.starts'),
    translate('editor.dueAt', { hours: due }),
    step.skill,
    step.needsReview ? translate('editor.reviewed') : '',
    step.checklist.length ? translate('editor.checks', { smart_count: step.checklist.length }) : '',
  ]
  const wrong = inCircle ? 'editor.inCircle' : tooEarly ? 'editor.tooEarly' : undefined
  return (
    <Box component="li" sx={{ listStyle: 'none', minWidth: 0 }}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {step.title || translate('editor.untitled')}
      </Typography>
      <Bar from={from} due={due} total={props.total} wrong={wrong !== undefined} />
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {words.filter(Boolean).join(' · ')}
      </Typography>
      {wrong ? (
        <Typography variant="body2" sx={{ color: 'warning.main', fontWeight: 600 }}>
          {translate(wrong)}
        </Typography>
      ) : null}
    </Box>
  )
}

/** The time that a task has; the words below say the same. */
function Bar({ from, due, total, wrong }: { from: number; due: number; total: number; wrong: boolean }) {
  const part = (hours: number) => `${(Math.max(0, hours) / Math.max(1, total)) * 100}%`
  const begin = Math.min(from, due)
  return (
    <Box aria-hidden sx={{ height: 8, my: 0.5, borderRadius: 4, backgroundColor: 'divider' }}>
      <Box
        sx={{
          height: 8,
          ml: part(begin),
          width: part(due - begin),
          minWidth: 6,
          borderRadius: 4,
          backgroundColor: wrong ? 'warning.main' : 'primary.main',
        }}
      />
    </Box>
  )
}
