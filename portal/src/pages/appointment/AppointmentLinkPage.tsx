import { useState } from 'react'
import { RedeemAppointmentLinkDocument, RequestFreshAppointmentLinkDocument } from '../../gen/operations.js'
import { navigate, useFragment } from '../../router/router.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Page } from '../../ui/Page.js'
import { ask } from '../../wire/ask.js'
import { keepLinkSession } from '../../wire/caller.js'
import { Refused } from '../../wire/refused.js'
import { Frame } from './Frame.js'
import { useWords } from './language.js'
import { noteFollowed, openedBy } from './opened.js'
import { Trouble } from './Trouble.js'

/** Where the link in a counterpart's mails and texts leads. Opening it uses nothing up; the button does, once. */
export function AppointmentLinkPage() {
  return (
    <Frame>
      <Follow />
    </Frame>
  )
}

function Follow() {
  const { redeem: words } = useWords()
  const token = useFragment('token')
  return (
    <Page title={words.title} lead={words.lead} width="slim">
      {token ? <Redeem key={token} token={token} /> : <Notice tone="bad" title={words.noToken} />}
    </Page>
  )
}

function Redeem({ token }: { token: string }) {
  const { redeem: words } = useWords()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const open = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      arriveAt(openedBy(token) ?? (await follow(token)))
    } catch (caught) {
      setError(caught as Error)
      setBusy(false)
    }
  }
  if (error instanceof Refused && error.code === 'LINK_ENDED') return <Fresh token={token} />
  return (
    <div className="stack">
      <Trouble error={error} />
      <Button wide busy={busy} onClick={() => void open()}>
        {words.open}
      </Button>
    </div>
  )
}

/** Uses the link up and keeps what it opened. Gives the appointment. */
async function follow(token: string): Promise<string> {
  const { redeemAppointmentLink: session } = await ask(RedeemAppointmentLinkDocument, { token })
  keepLinkSession(session.appointmentId, session)
  noteFollowed(token, session.appointmentId)
  return session.appointmentId
}

function arriveAt(appointmentId: string): void {
  navigate(`/appointment/${appointmentId}`, { replace: true })
}

/** A used link's page: offers a fresh one to whoever got this one, and never says where that is. */
function Fresh({ token }: { token: string }) {
  const { redeem: words } = useWords()
  const [state, setState] = useState<'asked' | 'busy' | 'sent'>('asked')
  const [error, setError] = useState<Error>()
  const send = async (): Promise<void> => {
    setState('busy')
    setError(undefined)
    try {
      await ask(RequestFreshAppointmentLinkDocument, { token })
      setState('sent')
    } catch (caught) {
      setError(caught as Error)
      setState('asked')
    }
  }
  if (state === 'sent') return <Told tone="good" title={words.sentTitle} text={words.sent} />
  if (error instanceof Refused && error.code === 'LINK_ENDED')
    return <Told tone="warn" title={words.overTitle} text={words.over} />
  return (
    <div className="stack">
      <Told tone="warn" title={words.endedTitle} text={words.ended} />
      <Trouble error={error} />
      <Button wide busy={state === 'busy'} onClick={() => void send()}>
        {words.fresh}
      </Button>
    </div>
  )
}

function Told({ tone, title, text }: { tone: 'good' | 'warn'; title: string; text: string }) {
  return (
    <Notice tone={tone} title={title}>
      <p>{text}</p>
    </Notice>
  )
}
