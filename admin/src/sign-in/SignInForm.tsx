import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'

/** What a sign-in said last. */
export interface SignInNote {
  text: string
  good: boolean
}

/** E-mail and password, or a link by mail. */
export function SignInForm(props: {
  note: SignInNote | undefined
  busy: boolean
  byPassword: (email: string, password: string) => void
  byLink: (email: string) => void
}) {
  const { note, busy, byPassword, byLink } = props
  const translate = useTranslate()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        byPassword(email, password)
      }}
    >
      <TextField
        label={translate('signIn.email')}
        type="email"
        autoComplete="username"
        required
        fullWidth
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label={translate('signIn.password')}
        type="password"
        autoComplete="current-password"
        required
        fullWidth
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div aria-live="polite">{note ? <Note note={note} /> : null}</div>
      <Stack spacing={1} sx={{ mt: 2 }}>
        <Button type="submit" variant="contained" size="large" disabled={busy}>
          {translate('signIn.submit')}
        </Button>
        <Button type="button" size="large" disabled={busy || !email} onClick={() => byLink(email)}>
          {translate('signIn.mailLink')}
        </Button>
      </Stack>
    </Box>
  )
}

function Note({ note }: { note: SignInNote }) {
  const translate = useTranslate()
  return (
    <Alert severity={note.good ? 'success' : 'error'} sx={{ mt: 1 }}>
      {translate(note.text, { _: note.text })}{' '}
      {note.text === 'signIn.notStaff' ? (
        <Link href="/portal/" underline="always">
          {translate('signIn.portal')}
        </Link>
      ) : null}
    </Alert>
  )
}
