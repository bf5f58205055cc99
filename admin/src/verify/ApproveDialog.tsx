import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { OnboardingPageFragment } from '../gen/documents.js'
import { Quiet } from '../shared/Quiet.js'
import { suggestAll } from '../tasks/candidates.js'
import { usePeople } from '../tasks/use-people.js'
import { useVerb, useVerbLabel } from '../verbs/use-verb.js'
import { ApprovedStep } from './ApprovedStep.js'

/**
 * Approves a document and gives its line's tasks out in the same go, each to the person chosen here. A task that was
 * raised before goes on as it stands, unless somebody is chosen for it.
 */
export function ApproveDialog({ doc, onClose }: { doc: OnboardingPageFragment; onClose: () => void }) {
  const translate = useTranslate()
  const label = useVerbLabel()
  const people = usePeople()
  const { run, pending } = useVerb('approveOnboarding')
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const steps = doc.line?.blueprint?.steps ?? []
  const taskOf = (stepKey: string) => doc.line?.tasks?.find((task) => task.stepKey === stepKey)
  const fresh = steps.filter((step) => !taskOf(step.key))
  const needs = fresh.map((step) => ({ key: step.key, role: 'FULFILMENT', skill: step.skill }))
  const assignees = { ...suggestAll(people, needs), ...chosen }
  const approve = async () => {
    const delegations = Object.entries(assignees).map(([stepKey, assigneeId]) => ({ stepKey, assigneeId }))
    const revisionId = doc.newestRevision?.id ?? ''
    if (await run({ id: doc.id, revisionId, delegations }, doc.version)) onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="approve">
      <DialogTitle id="approve">{translate('verify.approveTitle')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'text.secondary', mb: 1 }}>
          {translate(fresh.length < steps.length ? 'verify.approveAgain' : 'verify.approveIntro')}
        </Typography>
        {steps.length ? null : <Quiet>{translate('verify.noSteps')}</Quiet>}
        {steps.map((step, index) => (
          <Box
            key={step.key}
            sx={{
              display: 'grid',
              gap: { xs: 0, sm: 2 },
              gridTemplateColumns: { xs: '1fr', sm: '3fr 2fr' },
              py: 1,
              borderTop: index ? 1 : 0,
              borderColor: 'divider',
              alignItems: 'center',
            }}
          >
            <ApprovedStep
              step={step}
              steps={steps}
              task={taskOf(step.key)}
              people={people}
              assigneeId={assignees[step.key]}
              onChoose={(id) => setChosen((before) => ({ ...before, [step.key]: id }))}
            />
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('shared.cancel')}</Button>
        <Button variant="contained" disabled={pending} onClick={() => void approve()}>
          {label('approveOnboarding')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
