import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { MoneyTextFragment } from '../gen/documents.js'
import { fromMinor } from '../shared/minor-units.js'
import { typedShare, type Shares } from './split.js'

/** What is held, how it is divided, and who hears of a change. */
export interface Division {
  held: MoneyTextFragment
  shares: Shares
  onChange: (shares: Shares) => void
}

/** One side's share, to be typed exactly. While somebody types, their words stay; else it shows what is. */
export function Share({ side, held, shares, onChange }: Division & { side: keyof Shares }) {
  const translate = useTranslate()
  const [typing, setTyping] = useState<string>()
  const text = typing ?? fromMinor(shares[side], held.currency)
  const fits = typedShare(text, side, { held: held.amount, currency: held.currency }) !== undefined
  const change = (next: string) => {
    setTyping(next)
    const found = typedShare(next, side, { held: held.amount, currency: held.currency })
    if (found) onChange(found)
  }
  return (
    <TextField
      label={translate(`disputes.${side}In`, { currency: held.currency })}
      value={text}
      error={!fits}
      helperText={fits ? ' ' : translate('disputes.upTo', { amount: held.formatted })}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setTyping(undefined)}
      slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
    />
  )
}
