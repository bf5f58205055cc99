import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import { CampaignContactsDocument } from '../gen/documents.js'
import { useAsk } from '../shared/use-ask.js'
import type { AnswerProps } from './answer-props.js'

/** Which person of a campaign's buyer: each with the address that they have now; only who signs in can be chosen. */
export function BuyerContactPicker({ asked, label, record, value, problem, onChange }: AnswerProps) {
  const translate = useTranslate()
  const { data } = useAsk(['contacts', 'ofBuyer', record.id], CampaignContactsDocument, { id: record.id })
  const choices = data?.campaign?.buyer?.contacts.nodes ?? []
  const signingIn = new Set(
    data?.campaign?.buyer?.members.flatMap(({ status, contact }) => (status === 'ACTIVE' ? contact?.id : [])),
  )
  const placedBy = data?.campaign?.order?.placedBy?.id
  return (
    <TextField
      select
      fullWidth
      label={label}
      required={asked.required}
      error={Boolean(problem)}
      helperText={problem ?? translate('verbs.contact.corrected')}
      value={choices.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      {choices.map(({ id, name, email }) => (
        <MenuItem key={id} value={id} disabled={!email || !signingIn.has(id)}>
          {[name, email ?? translate('verbs.contact.noEmail')].join(' · ')}
          {id === placedBy ? ` · ${translate('verbs.contact.placedOrder')}` : null}
          {signingIn.has(id) ? null : ` · ${translate('verbs.contact.noAccount')}`}
        </MenuItem>
      ))}
    </TextField>
  )
}
