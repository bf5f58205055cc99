import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { Notification, useLogin, useTranslate } from 'react-admin'
import { Wordmark } from '../brand/Wordmark.js'
import { readViewer } from './auth-provider.js'
import { mailSignInLink } from './session.js'

/** Signing in: by password, or by a link that is mailed. */
export function SignInPage() {
  const translate = useTranslate()
  useEffect(() => {
    document.title = translate('signIn.documentTitle')
  }, [translate])
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', bgcolor: 'background.default', p: 2 }}
    >
      <Paper variant="outlined" sx={{ width: '100%', maxWidth: 400, p: { xs: 3, sm: 4 } }}>
        <Wordmark height={30} />
        <Typography variant="h1" sx={{ mt: 3 }}>
          {translate('signIn.title')}
        </Typography>
        <Typography sx={{ color: 'text.secondary', mb: 2 }}>{translate('signIn.intro')}</Typography>
        <SignInForm />
        <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
          {translate('signIn.customers')}{' '}
          <Link href="/portal/" underline="always">
            {translate('signIn.portal')}
          </Link>
        </Typography>
      </Paper>
      <Notification />
    </Box>
  )
}

function SignInForm() {
  const translate = useTranslate()
  const { note, busy, byPassword, byLink } = useSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        void byPassword(email, password)
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
      <div aria-live="polite">
        {note ? (
          <Alert severity={note.good ? 'success' : 'error'} sx={{ mt: 1 }}>
            {translate(note.text, { _: note.text })}{' '}
            {note.text === 'signIn.notStaff' ? (
              <Link href="/portal/" underline="always">
                {translate('signIn.portal')}
              </Link>
            ) : null}
          </Alert>
        ) : null}
      </div>
      <Stack spacing={1} sx={{ mt: 2 }}>
        <Button type="submit" variant="contained" size="large" disabled={busy}>
          {translate('signIn.submit')}
        </Button>
        <Button type="button" size="large" disabled={busy || !email} onClick={() => void byLink(email)}>
          {translate('signIn.mailLink')}
        </Button>
      </Stack>
    </Box>
  )
}

function useSignIn() {
  const login = useLogin()
  const [note, setNote] = useState<{ text: string; good: boolean }>()
  useEffect(() => {
    void readViewer()
      .then(({ kind }) => kind === 'MEMBER' && setNote({ text: 'signIn.notStaff', good: false }))
      .catch(() => undefined)
  }, [])
  const [busy, setBusy] = useState(false)
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setNote(undefined)
    await work().catch((error: Error) => setNote({ text: error.message || 'signIn.refused', good: false }))
    setBusy(false)
  }
  const byPassword = (email: string, password: string) => during(() => login({ email, password }))
  const byLink = (email: string) =>
    during(async () => {
      const answer = await mailSignInLink(email)
      setNote(
        answer.ok
          ? { text: 'signIn.linkMailed', good: true }
          : { text: answer.message ?? 'signIn.refused', good: false },
      )
    })
  return { note, busy, byPassword, byLink }
}
