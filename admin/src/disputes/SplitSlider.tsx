import Box from '@mui/material/Box'
import Slider from '@mui/material/Slider'
import Typography from '@mui/material/Typography'
import { useLocaleState, useTranslate } from 'react-admin'
import { formatMinor } from '../orders/running-balance.js'
import { Share, type Division } from './Share.js'
import { isSplit, placeOf, shareAt, STEPS } from './split.js'

/** Divides what is held: roughly by the slider, exactly by typing either share. What one side gets the other does not. */
export function SplitSlider({ held, shares, onChange }: Division) {
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
