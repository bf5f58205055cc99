import Box from '@mui/material/Box'
import { useState } from 'react'
import type { VerbName } from '../data/data-provider.js'
import { OfferButton, type Offer } from './OfferButton.js'
import { useVerb, useVerbLabel } from './use-verb.js'
import { VerbDialog } from './VerbDialog.js'
import { hasForm, takesRecord } from './verb-forms.js'

/** What a button needs of an aggregate. */
export interface Actionable {
  id: string
  version: number
  availableActions: Offer[]
}

/** Verbs that undo or turn down: they come last and are never the first choice. */
const backs =
  /^(cancel|changeOnboarding|decline|disable|giveUp|hold|pause|reopen|waive|resend|return|revoke|skip|suspend|withdraw)/

/** Refusals that a person cannot do anything about here and now: such a button is not drawn at all. */
const outOfPlace = new Set(['INVALID_TRANSITION', 'FORBIDDEN'])

/**
 * The buttons of a record, drawn from what the API offers and from nothing else. What fits the state and the person
 * but is refused for another reason stays, and says why. `except` leaves out verbs that the page draws in its own
 * way; `compact` hides all that are not allowed.
 */
export function VerbButtons(props: { record: Actionable; except?: readonly string[]; compact?: boolean }) {
  const { record, except = [], compact } = props
  const shown = record.availableActions.filter(
    (offer) =>
      takesRecord(offer.name) &&
      !except.includes(offer.name) &&
      (offer.allowed || (!compact && !outOfPlace.has(offer.refusal ?? ''))),
  )
  if (!shown.length) return null
  const offers = shown.toSorted((a, b) => Number(backs.test(a.name)) - Number(backs.test(b.name)))
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {offers.map((offer, index) => (
        <VerbButton
          key={offer.name}
          record={record}
          offer={offer}
          first={index === 0 && !compact && !backs.test(offer.name)}
        />
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
      <OfferButton
        offer={offer}
        variant={first && offer.allowed ? 'contained' : 'outlined'}
        disabled={pending}
        onClick={click}
      >
        {label}
      </OfferButton>
      {asking ? <VerbDialog name={name} record={record} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
