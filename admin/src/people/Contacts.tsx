import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslate } from 'react-admin'
import type { OrganisationPageFragment } from '../gen/documents.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { EraseButton } from './EraseButton.js'
import { useContacts } from './use-contacts.js'

/** The people of an organisation, and what may be done about each. */
export function Contacts({ organisation }: { organisation: OrganisationPageFragment }) {
  const translate = useTranslate()
  const { contacts, readMore } = useContacts(organisation)
  return (
    <>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['name', 'email', 'phone', 'locale', 'actions'].map((head) => (
              <TableCell key={head}>{translate(`people.${head}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {contacts.map((contact) => (
            <TableRow key={contact.id}>
              <TableCell>{contact.name}</TableCell>
              <TableCell>{contact.email ?? (contact.erasedAt ? '–' : translate('people.noEmail'))}</TableCell>
              <TableCell>{contact.phone}</TableCell>
              <TableCell>{[contact.locale, contact.timeZone].filter(Boolean).join(', ')}</TableCell>
              <TableCell>
                <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
                  <VerbButtons record={contact} except={['erasePerson']} compact />
                  <EraseButton record={contact} small />
                </Box>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {readMore ? <Button onClick={readMore}>{translate('people.more')}</Button> : null}
    </>
  )
}
