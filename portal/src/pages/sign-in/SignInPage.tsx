import { useState, type FormEvent } from 'react'
import { navigate, safeReturn, usePlace } from '../../router/router.js'
import { useWho } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { TextField } from '../../ui/Field.js'
import { Page } from '../../ui/Page.js'
import { mailSignInLink, signIn } from '../../wire/sign-in.js'
import { CodePage } from './CodePage.js'
import { signInWords as words } from '../../words/sign-in.js'

/** Signing in, with a password or with a link by mail; leads back to the page that asked for it. */
export function SignInPage() {
  const { search } = usePlace()
  const [byLink, setByLink] = useState(false)
  const to = safeReturn(search.get('to'))
  const { viewer } = useWho()
  const step = viewer?.secondFactor
  if (step === 'PROVE' || step === 'SET_UP') return <CodePage step={step} to={to} />
  return (
    <Page title={words.title} lead={words.lead} width="slim">
      {search.get('over') && <Notice tone="warn" title={words.over} />}
      <div className="card">
        {byLink ? <LinkForm to={to} /> : <PasswordForm to={to} />}
        <hr className="tear" />
        <Button kind="plain" onClick={() => setByLink(!byLink)}>
          {byLink ? words.passwordInstead : words.link}
        </Button>
      </div>
    </Page>
  )
}

/** Runs one request of a form at a time and keeps what went wrong. */
function useSubmit(work: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(undefined)
    work()
      .catch((caught: Error) => setError(caught))
      .finally(() => setBusy(false))
  }
  return { busy, error, submit }
}

function PasswordForm({ to }: { to: string }) {
  const { reload } = useWho()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, error, submit } = useSubmit(async () => {
    await signIn(email, password)
    await reload()
    navigate(to, { replace: true })
  })
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={words.email}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onValue={setEmail}
      />
      <TextField
        label={words.password}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onValue={setPassword}
      />
      <Failure error={error} />
      <Button type="submit" wide busy={busy}>
        {words.submit}
      </Button>
    </form>
  )
}

function LinkForm({ to }: { to: string }) {
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const { busy, error, submit } = useSubmit(async () => {
    await mailSignInLink(email, to)
    setSentTo(email)
  })
  if (sentTo) {
    return (
      <Notice tone="good" title={words.linkSentTitle}>
        <p>{words.linkSent(sentTo)}</p>
      </Notice>
    )
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={words.email}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onValue={setEmail}
      />
      <Failure error={error} />
      <Button type="submit" wide busy={busy}>
        {words.linkSubmit}
      </Button>
    </form>
  )
}
