import { useState, type FormEvent } from 'react'
import { AcceptInvitationDocument } from '../../gen/operations.js'
import { Link, navigate, useFragment } from '../../router/router.js'
import { useWho } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { TextField } from '../../ui/Field.js'
import { Page } from '../../ui/Page.js'
import { Refused } from '../../wire/refused.js'
import { signIn } from '../../wire/sign-in.js'
import { useVerb } from '../../wire/use-verb.js'
import { expected } from '../../words/refusals.js'
import { signInWords as words } from '../../words/sign-in.js'

const SHORTEST = 10

/** Where an invitation leads: choose a password, and the account is there. Used up by the click, never by opening. */
export function InvitationPage() {
  const token = useFragment('token')
  const [email, setEmail] = useState<string>()
  if (email !== undefined) return <Accepted email={email} />
  return (
    <Page title={words.inviteTitle} lead={words.inviteLead} width="slim">
      {token ? <PasswordForm token={token} onDone={setEmail} /> : <Notice tone="bad" title={words.noToken} />}
    </Page>
  )
}

function Accepted({ email }: { email: string }) {
  return (
    <Page title={words.accepted} lead={words.acceptedLead(email)} width="slim">
      <Link to="/sign-in" className={classOf('primary', true)}>
        {words.submit}
      </Link>
    </Page>
  )
}

interface PasswordFormProps {
  token: string
  onDone: (email: string) => void
}

function PasswordForm({ token, onDone }: PasswordFormProps) {
  const { accept, pending, error } = useAcceptance(token, onDone)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const short = tried && password.length < SHORTEST ? words.tooShort : undefined
  const differs = tried && again !== password ? words.mismatch : undefined
  const refused = error instanceof Refused ? error.at('password') : undefined

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (password.length >= SHORTEST && again === password) void accept(password)
  }
  const field = { type: 'password', autoComplete: 'new-password' }
  return (
    <form className="card" onSubmit={submit} noValidate>
      <TextField
        {...field}
        label={words.newPassword}
        help={words.newPasswordHelp}
        value={password}
        problem={short ?? (refused && expected(refused))}
        onValue={setPassword}
      />
      <TextField {...field} label={words.repeat} value={again} problem={differs} onValue={setAgain} />
      {!refused && <Failure error={error} />}
      <Button type="submit" wide busy={pending}>
        {words.accept}
      </Button>
    </form>
  )
}

/** Accepts and signs in; a member of the team goes on in the back office. */
function useAcceptance(token: string, onDone: (email: string) => void) {
  const { reload } = useWho()
  const { run, pending, error } = useVerb(AcceptInvitationDocument)
  const accept = async (password: string): Promise<void> => {
    const answer = await run({ token, password })
    if (!answer) return
    const member = answer.acceptInvitation
    if (!member) return window.location.replace('/admin/')
    const email = member.user?.email ?? member.contact?.email
    if (!email) return onDone('')
    try {
      await signIn(email, password)
    } catch {
      return onDone(email)
    }
    await reload()
    navigate('/', { replace: true })
  }
  return { accept, pending, error }
}
