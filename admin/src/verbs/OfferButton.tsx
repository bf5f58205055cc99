import Button, { type ButtonProps } from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import { useLocaleState, useTranslate } from 'react-admin'

/** One offer of `availableActions`. */
export interface Offer {
  name: string
  allowed: boolean
  refusal?: string | null
  message?: string | null
  deadline?: string | null
}

/**
 * A button for one offer. One that is not allowed does nothing, says why, and until when it would be; it stays
 * reachable by keyboard, so that the reason is too.
 */
export function OfferButton({ offer, onClick, ...look }: ButtonProps & { offer: Offer }) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  const at = offer.deadline
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' }).format(
        new Date(offer.deadline),
      )
    : undefined
  const words = [
    offer.allowed ? undefined : offer.message,
    at ? translate('shared.until', { at }) : undefined,
  ]
  return (
    <Tooltip title={words.filter(Boolean).join(' · ')} describeChild>
      <Button
        variant="outlined"
        {...look}
        aria-disabled={!offer.allowed || undefined}
        onClick={offer.allowed ? onClick : undefined}
        sx={{
          whiteSpace: { sm: 'nowrap' },
          ...(offer.allowed ? {} : { opacity: 0.62, cursor: 'not-allowed' }),
        }}
      />
    </Tooltip>
  )
}
