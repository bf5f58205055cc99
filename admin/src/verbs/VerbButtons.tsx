import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import type { VerbName } from '../data/data-provider.js'
import { useVerb, useVerbLabel } from './use-verb.js'
import { VerbDialog } from './VerbDialog.js'
import { hasForm, takesRecord } from './verb-forms.js'

/** What a button needs of an aggregate. */
export interface Actionable {
  id: string
  version: number
  availableActions: Offer[]
}

/** One offer of `availableActions`. */
export interface Offer {
  name: string
  allowed: boolean
  refusal?: string | null
  message?: string | null
  deadline?: string | null
}

/** Refusals that a person cannot do anything about here and now: such a button is not drawn at all. */
const outOfPlace = new Set(['INVALID_TRANSITION', 'FORBIDDEN'])

/**
 * The buttons of a record, drawn from what the API offers and from nothing else. What fits the state and the person
 * but is refused for another reason stays, and says why. `except` leaves out verbs that the page draws in its own
 * way; `compact` hides all that are not allowed.
 */
export function VerbButtons(props: { record: Actionable; except?: readonly string[]; compact?: boolean }) {
  const { record, except = [], compact } = props
  const offers = record.availableActions.filter(
    (offer) =>
      takesRecord(offer.name) &&
      !except.includes(offer.name) &&
      (offer.allowed || (!compact && !outOfPlace.has(offer.refusal ?? ''))),
  )
  if (!offers.length) return null
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {offers.map((offer, index) => (
        <VerbButton key={offer.name} record={record} offer={offer} first={index === 0} />
      ))}
    </Box>
  )
}

function VerbButton({ record, offer, first }: { record: Actionable; offer: Offer; first: boolean }) {
  const name = offer.name as VerbName
  const label = useVerbLabel()(name)
  const { run, pending } = useVerb(name)
  const [asking, setAsking] = useState(false)
  const click = () => {
    if (hasForm(name)) return setAsking(true)
    void run({ id: record.id }, record.version)
  }
  return (
    <>
      <WhyTooltip offer={offer}>
        <Button
          variant={first && offer.allowed ? 'contained' : 'outlined'}
          aria-disabled={!offer.allowed || undefined}
          disabled={pending}
          onClick={offer.allowed ? click : undefined}
          sx={offer.allowed ? undefined : { opacity: 0.62, cursor: 'not-allowed' }}
        >
          {label}
        </Button>
      </WhyTooltip>
      {asking ? <VerbDialog name={name} record={record} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

/** Says of an offer why it is not allowed, and until when it is. A button under it stays reachable by keyboard. */
export function WhyTooltip({ offer, children }: { offer: Offer; children: React.ReactElement }) {
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
      {children}
    </Tooltip>
  )
}
