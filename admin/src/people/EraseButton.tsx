import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Actionable } from '../verbs/VerbButtons.js'
import { OfferButton } from '../verbs/OfferButton.js'
import { EraseDialog } from './EraseDialog.js'

/** Where the API offers it: erasing a person, after a look at what would go. */
export function EraseButton({ record, small }: { record: Actionable; small?: boolean }) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const offer = record.availableActions.find(({ name }) => name === 'erasePerson')
  if (!offer || offer.refusal === 'INVALID_TRANSITION') return null
  const label = translate('verbs.erasePerson.label')
  return (
    <>
      {small ? (
        <Button color="error" disabled={!offer.allowed} onClick={() => setOpen(true)}>
          {label}
        </Button>
      ) : (
        <OfferButton offer={offer} color="error" onClick={() => setOpen(true)}>
          {label}
        </OfferButton>
      )}
      {open ? <EraseDialog record={record} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
