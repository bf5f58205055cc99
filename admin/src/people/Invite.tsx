import Button from '@mui/material/Button'
import { useState } from 'react'
import { usePermissions, useTranslate } from 'react-admin'
import { VerbDialog } from '../verbs/VerbDialog.js'

/** For admins: invites somebody to the team, or, with `organisationId`, to that organisation. */
export function Invite({ organisationId }: { organisationId?: string }) {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  const [open, setOpen] = useState(false)
  if (!permissions.includes('ADMIN')) return null
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate(organisationId ? 'people.inviteMember' : 'people.invite')}
      </Button>
      {open ? (
        <VerbDialog
          name={organisationId ? 'inviteMember' : 'inviteStaff'}
          record={{ id: organisationId ?? 'team' }}
          given={organisationId ? { organisationId } : {}}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
