import Box from '@mui/material/Box'
import Slider from '@mui/material/Slider'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import type { MoneyTextFragment } from '../gen/documents.js'
import { formatMinor } from '../orders/running-balance.js'
import { fromMinor } from '../shared/minor-units.js'
import { isSplit, placeOf, shareAt, STEPS, typedShare, type Shares } from './split.js'

interface Props {
  held: MoneyTextFragment
  shares: Shares
  onChange: (shares: Shares) => void
}

/** Divides what is held: roughly by the slider, exactly by typing either share. What one side gets the other does not. */
export function SplitSlider({ held, shares, onChange }: Props) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  const money = (minor: string) => formatMinor(BigInt(minor), held.currency, locale)
  const words = { buyer: money(shares.toBuyer), channel: money(shares.toChannel) }
  return (
    <Box sx={{ maxWidth: 640, my: 1 }}>
      <Box sx={{ px: 1.25 }}>
        <Slider
          aria-label={translate('disputes.slider')}
          min={0}
          max={STEPS}
          value={placeOf(held.amount, shares.toBuyer)}
          getAriaValueText={() => translate('disputes.sliderAt', words)}
          onChange={(_, place) => onChange(shareAt(held.amount, place))}
        />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
        <Share side="toBuyer" {...{ held, shares, onChange }} />
        <Share side="toChannel" {...{ held, shares, onChange }} />
      </Box>
      <Typography
        variant="body2"
        role="status"
        sx={{ color: isSplit(shares) ? 'text.secondary' : 'error.main' }}
      >
        {isSplit(shares)
          ? translate('disputes.sum', { ...words, all: held.formatted })
          : translate('disputes.notSplit')}
      </Typography>
    </Box>
  )
}

function Share({ side, held, shares, onChange }: Props & { side: keyof Shares }) {
  const translate = useTranslate()
  const [text, setText] = useState(() => fromMinor(shares[side], held.currency))
  const typed = typedShare(text, side, { held: held.amount, currency: held.currency })
  const same = typed?.[side] === shares[side]
  useEffect(() => {
    setText((before) => {
      const now = typedShare(before, side, { held: held.amount, currency: held.currency })
      return now?.[side] === shares[side] ? before : fromMinor(shares[side], held.currency)
    })
  }, [shares, side, held])
  const change = (next: string) => {
    setText(next)
    const found = typedShare(next, side, { held: held.amount, currency: held.currency })
    if (found) onChange(found)
  }
  return (
    <TextField
      label={translate(`disputes.${side}In`, { currency: held.currency })}
      value={text}
      error={!typed || !same}
      helperText={!typed ? translate('disputes.upTo', { amount: held.formatted }) : ' '}
      onChange={(event) => change(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
    />
  )
}
