import { useEffect, useState } from 'react'
import {
  CounterpartAppointmentChangedDocument,
  CounterpartAppointmentDocument,
} from '../../gen/operations.js'
import { Notice } from '../../ui/Card.js'
import { Page } from '../../ui/Page.js'
import { CallerScope, forgetLinkSession, linkSessionOf } from '../../wire/caller.js'
import { isSignedOut, Refused } from '../../wire/refused.js'
import { onSessionOver } from '../../wire/socket.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { Frame } from './Frame.js'
import { useLanguage, useWords } from './language.js'
import { RequestView } from './RequestView.js'
import { Trouble, Waiting } from './Trouble.js'

/** An appointment's page for its counterpart, who holds its link and needs no account. */
export function AppointmentPage({ id }: { id: string }) {
  return (
    <Frame>
      <ByLink id={id} />
    </Frame>
  )
}

function ByLink({ id }: { id: string }) {
  const [bearer, setBearer] = useState(() => linkSessionOf(id))
  const end = (): void => {
    forgetLinkSession(id)
    setBearer(null)
  }
  useEffect(
    () =>
      onSessionOver((over) => {
        if (over === null || over !== bearer) return
        forgetLinkSession(id)
        setBearer(null)
      }),
    [id, bearer],
  )
  if (bearer === null) return <Ended />
  return (
    <CallerScope bearer={bearer}>
      <Asked id={id} onEnded={end} />
    </CallerScope>
  )
}

function Asked({ id, onEnded }: { id: string; onEnded: () => void }) {
  const { words, suggest } = useLanguage()
  const { data, error, reload } = useRead(CounterpartAppointmentDocument, { id })
  const again = (): void => void reload()
  useLive(CounterpartAppointmentChangedDocument, id, {
    variables: () => ({ id }),
    onEvent: again,
    onResume: again,
  })
  const gone =
    isSignedOut(error) ||
    (error instanceof Refused && error.code === 'NOT_FOUND') ||
    data?.appointment === null
  useEffect(() => {
    if (gone) onEnded()
  }, [gone, onEnded])
  const request = data?.appointment
  const locale = request?.counterpart?.locale
  useEffect(() => {
    if (locale) suggest(locale)
  }, [locale, suggest])
  if (request) return <RequestView request={request} onChange={reload} />
  return (
    <Page title={words.redeem.title} width="narrow">
      {error ? <Trouble error={error} onRetry={again} /> : <Waiting />}
    </Page>
  )
}

/** The session is over, or was never here: only a newer link helps. */
function Ended() {
  const { redeem: words } = useWords()
  return (
    <Page title={words.title} width="slim">
      <Notice tone="warn" title={words.pageOverTitle}>
        <p>{words.pageOver}</p>
      </Notice>
    </Page>
  )
}
