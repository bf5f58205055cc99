import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import { ContactsToAskDocument, type ContactChoicesFragment } from '../gen/documents.js'
import { useAsk } from '../shared/use-ask.js'
import type { AnswerProps } from './answer-props.js'

/** Who shall fill in the onboarding document: people of the buyer and of whom the work is for, with an address of their own. */
export function ContactPicker({ asked, label, record, value, problem, onChange }: AnswerProps) {
  const translate = useTranslate()
  const { data } = useAsk(['contacts', 'toAsk', record.id], ContactsToAskDocument, { id: record.id })
  const document = data?.onboardingDocument
  const choices = choicesOf([document?.order?.buyer, document?.order?.beneficiary])
  const present = document?.recipient?.id
  return (
    <TextField
      select
      fullWidth
      label={label}
      required={asked.required}
      error={Boolean(problem)}
      helperText={problem}
      value={choices.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      {choices.map(({ id, name, email, of }) => (
        <MenuItem key={id} value={id} disabled={!email || id === present}>
          {[name, email ?? translate('verbs.contact.noEmail'), of].join(' · ')}
          {id === present ? ` · ${translate('verbs.contact.present')}` : null}
        </MenuItem>
      ))}
    </TextField>
  )
}

function choicesOf(organisations: (ContactChoicesFragment | null | undefined)[]) {
  const all = organisations.flatMap((one) => one?.contacts.nodes.map((c) => ({ ...c, of: one.name })) ?? [])
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
