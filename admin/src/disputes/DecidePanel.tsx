import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { DisputePageFragment, MoneyTextFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { useVerb } from '../verbs/use-verb.js'
import { divide, isSplit, sharesOf, type Decision } from './split.js'
import { SplitSlider } from './SplitSlider.js'

const choices: Decision[] = ['RELEASE', 'REFUND', 'SPLIT']

/** Where the viewer decides; or why it is not theirs to decide. */
export function DecidePanel({ dispute }: { dispute: DisputePageFragment }) {
  const translate = useTranslate()
  const offer = dispute.availableActions.find(({ name }) => name === 'resolveDispute')
  if (!offer || offer.refusal === 'INVALID_TRANSITION') return null
  const { held } = dispute
  return (
    <Panel title={translate('disputes.decide')}>
      {offer.allowed && held ? (
        <DecideForm key={held.amount} dispute={dispute} held={held} />
      ) : (
        <Alert severity="info">{offer.message ?? translate('disputes.notYours')}</Alert>
      )}
    </Panel>
  )
}

function DecideForm({ dispute, held }: { dispute: DisputePageFragment; held: MoneyTextFragment }) {
  const translate = useTranslate()
  const [decision, setDecision] = useState<Decision>()
  const [shares, setShares] = useState(() => divide(held.amount, BigInt(held.amount) / 2n))
  const [reasoning, setReasoning] = useState('')
  const { run, pending, problems } = useVerb('resolveDispute')
  const whole = decision && reasoning.trim() && (decision !== 'SPLIT' || isSplit(shares))
  const decide = () => {
    if (!decision) return
    const { toBuyer } = sharesOf(decision, held.amount, shares.toBuyer)
    const input = { id: dispute.id, decision, reasoning, refund: decision === 'SPLIT' ? toBuyer : undefined }
    void run(input, dispute.version, { inForm: true })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        decide()
      }}
    >
      <FormControl component="fieldset" sx={{ m: 0 }} fullWidth>
        <FormLabel component="legend">{translate('disputes.heldOf', { amount: held.formatted })}</FormLabel>
        <RadioGroup value={decision ?? ''} onChange={(event) => setDecision(event.target.value as Decision)}>
          {choices.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio size="small" />}
              label={translate(`disputes.decisions.${one}`, { amount: held.formatted })}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {decision === 'SPLIT' ? <SplitSlider held={held} shares={shares} onChange={setShares} /> : null}
      <TextField
        label={translate('disputes.reasoning')}
        required
        fullWidth
        multiline
        minRows={3}
        value={reasoning}
        error={Boolean(problems.reasoning)}
        helperText={problems.reasoning ?? translate('disputes.reasoningHelp')}
        onChange={(event) => setReasoning(event.target.value)}
      />
      <Button type="submit" variant="contained" disabled={!whole || pending} sx={{ mt: 1 }}>
        {translate('verbs.resolveDispute.label')}
      </Button>
    </form>
  )
}
