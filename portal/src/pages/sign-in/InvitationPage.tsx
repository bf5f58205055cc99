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

function PasswordForm({ token, onDone }: { token: string; onDone: (email: string) => void }) {
  const { reload } = useWho()
  const accept = useVerb(AcceptInvitationDocument)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const short = tried && password.length < SHORTEST ? words.tooShort : undefined
  const differs = tried && again !== password ? words.mismatch : undefined
  const refused = accept.error instanceof Refused ? accept.error.at('password') : undefined

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (password.length < SHORTEST || again !== password) return
    const answer = await accept.run({ token, password })
    if (!answer) return
    const member = answer.acceptInvitation
    if (!member) return window.location.replace('/admin/')
    const email = member.user?.email ?? member.contact?.email
    if (!email) return onDone('')
    await signIn(email, password).then(
      async () => {
        await reload()
        navigate('/', { replace: true })
      },
      () => onDone(email),
    )
  }
  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={words.newPassword}
        help={words.newPasswordHelp}
        type="password"
        autoComplete="new-password"
        value={password}
        problem={short ?? (refused && expected(refused))}
        onValue={setPassword}
      />
      <TextField
        label={words.repeat}
        type="password"
        autoComplete="new-password"
        value={again}
        problem={differs}
        onValue={setAgain}
      />
      {!refused && <Failure error={accept.error} />}
      <Button type="submit" wide busy={accept.pending}>
        {words.accept}
      </Button>
    </form>
  )
}
