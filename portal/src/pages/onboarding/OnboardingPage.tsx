import { useEffect, useState } from 'react'
import { OnboardingChangedDocument, OnboardingDocumentDocument } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { useWho } from '../../shell/viewer.js'
import { classOf } from '../../ui/Button.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { CallerScope, forgetLinkSession, linkSessionOf } from '../../wire/caller.js'
import { isSignedOut, Refused } from '../../wire/refused.js'
import { onSessionOver } from '../../wire/socket.js'
import { useFreshAddresses } from '../../wire/use-fresh-addresses.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { common } from '../../words/common.js'
import { formWords as words } from '../../words/onboarding.js'
import { DocumentView } from './DocumentView.js'

/** A document's page, for its link's holder or for a signed-in person who may see it; the link's right goes first. */
export function OnboardingPage({ id }: { id: string }) {
  const [bearer, setBearer] = useState(() => linkSessionOf(id))
  const { viewer } = useWho()
  useEffect(
    () =>
      onSessionOver((over) => {
        if (over === null || over !== bearer) return
        forgetLinkSession(id)
        setBearer(null)
      }),
    [id, bearer],
  )
  const end = (): void => {
    forgetLinkSession(id)
    setBearer(null)
  }
  if (bearer === null && viewer && !viewer.user) return <Ended id={id} />
  if (bearer === null && !viewer) return <Page title={words.title}>{<Bones />}</Page>
  return (
    <CallerScope bearer={bearer}>
      <Document key={bearer ?? ''} id={id} onEnded={bearer === null ? undefined : end} />
    </CallerScope>
  )
}

function Document({ id, onEnded }: { id: string; onEnded: (() => void) | undefined }) {
  const { data, error, reload, put } = useRead(OnboardingDocumentDocument, { id })
  const again = (): void => void reload()
  useLive(OnboardingChangedDocument, id, { variables: () => ({ id }), onEvent: again, onResume: again })
  useFreshAddresses(again)
  const gone =
    isSignedOut(error) || (error instanceof Refused && ['NOT_FOUND', 'LINK_ENDED'].includes(error.code))
  const missing = gone || (data !== undefined && !data.onboardingDocument)
  useEffect(() => {
    if (missing) onEnded?.()
  }, [missing, onEnded])
  if (missing) return onEnded ? null : <Missing />
  const document = data?.onboardingDocument
  if (!document) {
    return <Page title={words.title}>{error ? <Failure error={error} onRetry={again} /> : <Bones />}</Page>
  }
  return (
    <DocumentView
      document={document}
      onChange={(next) => put({ onboardingDocument: next })}
      onReload={reload}
    />
  )
}

function Ended({ id }: { id: string }) {
  return (
    <Page title={words.endedTitle} lead={words.ended} width="slim">
      <Link to={`/sign-in?to=${encodeURIComponent(`/onboarding/${id}`)}`} className={classOf('quiet', true)}>
        {common.signIn}
      </Link>
    </Page>
  )
}
