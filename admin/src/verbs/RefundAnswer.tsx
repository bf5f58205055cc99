import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useEffect, useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { CampaignPageFragment, OrderPageFragment } from '../gen/documents.js'
import { fromMinor, toMinor } from '../shared/minor-units.js'
import type { AnswerProps } from './answer-props.js'

type Choice = 'all' | 'none' | 'part'

/** What goes back to the buyer of what is held: all, nothing or a part; answered in minor units, never as a float. */
export function RefundAnswer({ label, record, value, problem, onChange }: AnswerProps) {
  const translate = useTranslate()
  const help = useId()
  const { payment, order } = record as unknown as Partial<OrderPageFragment & CampaignPageFragment>
  const held = (payment ?? order?.payment)?.held
  const amount = held?.amount ?? '0'
  const nothing = amount === '0'
  const [choice, setChoice] = useState<Choice | ''>('')
  useEffect(() => {
    if (nothing && value === undefined) onChange('0')
  }, [nothing, value, onChange])
  const choose = (next: Choice) => {
    setChoice(next)
    onChange({ all: amount, none: '0', part: undefined }[next])
  }
  if (!held || nothing) return <FormHelperText>{translate('verbs.refund.nothingHeld')}</FormHelperText>
  return (
    <FormControl component="fieldset" error={Boolean(problem)} fullWidth sx={{ mt: 1 }}>
      <FormLabel component="legend">
        {label} · {translate('verbs.refund.held', { amount: held.formatted })}
      </FormLabel>
      <RadioGroup
        value={choice}
        onChange={(event) => choose(event.target.value as Choice)}
        aria-describedby={help}
      >
        {(['all', 'part', 'none'] as const).map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio size="small" />}
            label={translate(`verbs.refund.${one}`, { amount: held.formatted })}
          />
        ))}
      </RadioGroup>
      {choice === 'part' ? <Part held={amount} currency={held.currency} onChange={onChange} /> : null}
      <FormHelperText id={help}>
        {problem ?? translate(payment ? 'verbs.refund.rest' : 'verbs.refund.restToChannel')}
      </FormHelperText>
    </FormControl>
  )
}

function Part(props: { held: string; currency: string; onChange: (value: unknown) => void }) {
  const { held, currency, onChange } = props
  const translate = useTranslate()
  const [text, setText] = useState('')
  const minor = toMinor(text, currency)
  const fits = minor !== undefined && BigInt(minor) <= BigInt(held)
  const change = (next: string) => {
    setText(next)
    const typed = toMinor(next, currency)
    onChange(typed !== undefined && BigInt(typed) <= BigInt(held) ? typed : undefined)
  }
  return (
    <TextField
      label={translate('verbs.refund.amount', { currency })}
      required
      autoFocus
      error={text !== '' && !fits}
      helperText={translate('verbs.refund.upTo', { amount: fromMinor(held, currency) })}
      value={text}
      onChange={(event) => change(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
    />
  )
}
