import Chip from '@mui/material/Chip'
import { useTranslate } from 'react-admin'

type Tone = 'default' | 'info' | 'success' | 'warning' | 'error'

const tones: Record<string, Tone> = {
  AWAITING_PAYMENT: 'default',
  ACTION_REQUIRED: 'error',
  AWAITING_ONBOARDING: 'warning',
  IN_VERIFICATION: 'info',
  IN_PROGRESS: 'info',
  IN_REVIEW: 'info',
  READY: 'success',
  ACTIVE: 'success',
  DONE: 'success',
  DELIVERED: 'success',
  COMPLETED: 'success',
  ON_HOLD: 'warning',
  APPROVED: 'success',
  SUCCEEDED: 'success',
  HELD: 'success',
  OFFERED: 'success',
  TAKEN: 'success',
  SETTLED: 'success',
  SUBMITTED: 'warning',
  CHANGES_REQUESTED: 'warning',
  WAITING: 'warning',
  UNKNOWN: 'warning',
  FAILED: 'error',
  BOUNCED: 'error',
  OVERDUE: 'error',
  AWAITING_ACCEPTANCE: 'warning',
  ACCEPTED: 'info',
  CAMPAIGN_READY: 'success',
  COMPLETION_CLAIMED: 'warning',
  DISPUTED: 'error',
  RELEASE_HELD: 'error',
  FROZEN: 'error',
  RELEASED: 'success',
  AUTHORISED: 'info',
  AWAITING_CHANNEL: 'warning',
  UNDER_REVIEW: 'error',
  AWAITING_INFORMATION: 'warning',
  UPLOADED: 'warning',
  REJECTED: 'error',
  SUSPENDED: 'error',
  PENDING: 'warning',
  OUTREACH: 'info',
  FOLLOW_UP: 'warning',
  CONFIRMED: 'success',
  ATTENDED: 'success',
  NO_SHOW: 'error',
  UNREACHABLE: 'error',
  AT_RISK: 'warning',
  BROKEN: 'error',
  IN_USE: 'success',
  UNDELIVERED: 'error',
  REFUSED_OPTED_OUT: 'error',
  WAITING_FOR_MORNING: 'warning',
  LOST: 'error',
  WON: 'success',
}

/** A state in words, with a colour that only repeats what the word says. */
export function StateChip({ value, words = 'states' }: { value?: string | null; words?: string }) {
  const translate = useTranslate()
  if (!value) return null
  const tone = tones[value] ?? 'default'
  return (
    <Chip
      size="small"
      label={translate(`${words}.${value}`, { _: translate(`states.${value}`, { _: sentence(value) }) })}
      sx={(theme) => {
        const main = tone === 'default' ? theme.palette.text.secondary : theme.palette[tone].main
        return {
          color: main,
          backgroundColor: `color-mix(in srgb, ${main} 11%, ${theme.palette.background.paper})`,
        }
      }}
    />
  )
}

/** `CHANGES_REQUESTED` → `Changes requested`, for words without a text of their own. */
export function sentence(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
