import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { Notification, useLogin, useTranslate } from 'react-admin'
import { Wordmark } from '../brand/Wordmark.js'
import { forgetViewer, readViewer } from './auth-provider.js'
import { CodeForm } from './CodeForm.js'
import { mailSignInLink, signInByPassword } from './session.js'
import { SetUpFactor } from './SetUpFactor.js'
import { SignInForm, type SignInNote } from './SignInForm.js'

/** How far signing in is: who somebody is, then their second factor where they have one or need one. */
type Step = 'WHO' | 'SET_UP' | 'PROVE'

/** Signing in: by password, or by a link that is mailed; then the second factor. */
export function SignInPage() {
  const translate = useTranslate()
  const { step, note, busy, byPassword, byLink, enter } = useSignIn()
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
          {translate(`signIn.titles.${step}`)}
        </Typography>
        <Typography sx={{ color: 'text.secondary', mb: 2 }}>{translate(`signIn.intros.${step}`)}</Typography>
        {step === 'WHO' ? (
          <SignInForm note={note} busy={busy} byPassword={byPassword} byLink={byLink} />
        ) : null}
        {step === 'SET_UP' ? <SetUpFactor onDone={enter} /> : null}
        {step === 'PROVE' ? (
          <CodeForm
            step="prove"
            submit={translate('signIn.submit')}
            help={translate('signIn.factor.proveHelp')}
            onDone={enter}
          />
        ) : null}
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

function useSignIn() {
  const login = useLogin()
  const [note, setNote] = useState<SignInNote>()
  const [step, setStep] = useState<Step>('WHO')
  const [busy, setBusy] = useState(false)
  /** Goes on as far as the session may: to what is still to be proven, or in. */
  const goOn = async () => {
    forgetViewer()
    const { secondFactor } = await readViewer()
    if (secondFactor === 'SET_UP' || secondFactor === 'PROVE') setStep(secondFactor)
    else await login({})
  }
  useEffect(() => {
    void readViewer()
      .then(({ kind, secondFactor }) => {
        if (secondFactor === 'SET_UP' || secondFactor === 'PROVE') setStep(secondFactor)
        else if (kind === 'MEMBER') setNote({ text: 'signIn.notStaff', good: false })
      })
      .catch(() => undefined)
  }, [])
  const during = (work: () => Promise<void>) => {
    setBusy(true)
    setNote(undefined)
    void work()
      .catch((error: Error) => setNote({ text: error.message || 'signIn.refused', good: false }))
      .finally(() => setBusy(false))
  }
  const byPassword = (email: string, password: string) =>
    during(async () => {
      const answer = await signInByPassword(email, password)
      if (!answer.ok) throw new Error(answer.message ?? 'signIn.refused')
      await goOn()
    })
  const byLink = (email: string) =>
    during(async () => {
      const answer = await mailSignInLink(email)
      if (!answer.ok) throw new Error(answer.message ?? 'signIn.refused')
      setNote({ text: 'signIn.linkMailed', good: true })
    })
  return { step, note, busy, byPassword, byLink, enter: () => during(goOn) }
}
