import { useState, type FormEvent } from 'react'
import { navigate } from '../../router/router.js'
import { useWho } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { TextField } from '../../ui/Field.js'
import { Page } from '../../ui/Page.js'
import { Refused } from '../../wire/refused.js'
import { proveFactor, signOut } from '../../wire/sign-in.js'
import { signInWords as words } from '../../words/sign-in.js'

/** The second step of signing in, for whoever has a second factor or needs one; then on to the page that was asked for. */
export function CodePage({ step, to }: { step: 'PROVE' | 'SET_UP'; to: string }) {
  const { reload } = useWho()
  const leave = async (): Promise<void> => {
    await signOut()
    await reload()
  }
  return (
    <Page
      title={step === 'PROVE' ? words.codeTitle : words.setUpTitle}
      lead={step === 'PROVE' ? words.codeLead : words.setUpLead}
      width="slim"
    >
      <div className="card">
        {step === 'PROVE' ? (
          <CodeForm to={to} />
        ) : (
          <a className={classOf('primary', true)} href="/admin/">
            {words.setUpGo}
          </a>
        )}
        <hr className="tear" />
        <Button kind="plain" onClick={() => void leave()}>
          {words.codeLeave}
        </Button>
      </div>
    </Page>
  )
}

function CodeForm({ to }: { to: string }) {
  const { reload } = useWho()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const prove = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await proveFactor(code)
      await reload()
      navigate(to, { replace: true })
    } catch (caught) {
      setError(caught as Error)
      setCode('')
    } finally {
      setBusy(false)
    }
  }
  const wrong = error instanceof Refused && error.code === 'VALIDATION' ? words.codeWrong : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void prove()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={words.code}
        help={words.codeHelp}
        name="code"
        autoComplete="one-time-code"
        required
        maxLength={20}
        value={code}
        problem={wrong}
        onValue={setCode}
      />
      {!wrong && <Failure error={error} />}
      <Button type="submit" wide busy={busy}>
        {words.submit}
      </Button>
    </form>
  )
}
