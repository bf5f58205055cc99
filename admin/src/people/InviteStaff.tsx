import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { schema, type StaffRole } from '../gen/schema.js'
import { sentence } from '../shared/StateChip.js'
import { useVerb } from '../verbs/use-verb.js'

const blank = { name: '', email: '', roles: [] as StaffRole[], skills: '' }

/** Invites somebody to the team: name, address, roles, skills separated by commas. */
export function InviteStaff() {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState(blank)
  const { run, pending } = useVerb('inviteStaff')
  const put = (part: Partial<typeof blank>) => setForm((before) => ({ ...before, ...part }))
  const submit = async () => {
    const skills = form.skills
      .split(',')
      .map((skill) => skill.trim())
      .filter(Boolean)
    if (!(await run({ ...form, skills }))) return
    setForm(blank)
    setOpen(false)
  }
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate('people.invite')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="xs"
        aria-labelledby="invite-staff"
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <DialogTitle id="invite-staff">{translate('people.invite')}</DialogTitle>
          <DialogContent>
            <TextField
              label={translate('people.name')}
              required
              fullWidth
              autoFocus
              value={form.name}
              onChange={(e) => put({ name: e.target.value })}
            />
            <TextField
              label={translate('people.email')}
              required
              type="email"
              fullWidth
              value={form.email}
              onChange={(e) => put({ email: e.target.value })}
            />
            <TextField
              select
              required
              fullWidth
              label={translate('people.roles')}
              value={form.roles}
              slotProps={{ select: { multiple: true } }}
              onChange={(e) => put({ roles: e.target.value as unknown as StaffRole[] })}
            >
              {schema.enums.StaffRole.map((role) => (
                <MenuItem key={role} value={role}>
                  {sentence(role)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={translate('people.skills')}
              helperText={translate('people.skillsHelp')}
              fullWidth
              value={form.skills}
              onChange={(e) => put({ skills: e.target.value })}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{translate('shared.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={pending || !form.roles.length}>
              {translate('verbs.inviteStaff.label')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  )
}
