import {
  MailPreferencesByLinkDocument,
  MailPreferencesDocument,
  type PreferencePartsFragment,
  SetMailPreferenceByLinkDocument,
  SetMailPreferenceDocument,
} from '../../gen/operations.js'
import { Link, useFragment } from '../../router/router.js'
import { SignedIn } from '../../shell/SignedIn.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { useVerb } from '../../wire/use-verb.js'
import { preferenceWords as words } from '../../words/preferences.js'
import { Choices } from './Choices.js'

/** Which mails somebody gets: for who is signed in, or, by the link in a mail's small print, for that mail's recipient. */
export function PreferencesPage() {
  const token = useFragment('token')
  return token === null ? <SignedIn>{() => <Own />}</SignedIn> : <ByLink key={token} token={token} />
}

function Own() {
  const { data, error, put, reload } = useRead(MailPreferencesDocument, {})
  const { run, pending, error: refused } = useVerb(SetMailPreferenceDocument)
  const choose = async (kind: Kind, on: boolean): Promise<void> => {
    const answer = await run({ kind, on })
    if (answer) put({ mailPreferences: answer.setMailPreference })
  }
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      <Failure error={error} onRetry={() => void reload()} />
      <Failure error={refused} />
      {data ? (
        <Choices choices={data.mailPreferences} busy={pending} onChoose={choose} />
      ) : (
        !error && <Bones />
      )}
    </Page>
  )
}

type Kind = PreferencePartsFragment['kind']

function ByLink({ token }: { token: string }) {
  const { data, error, put, reload } = useRead(MailPreferencesByLinkDocument, { token })
  const { run, pending, error: refused } = useVerb(SetMailPreferenceByLinkDocument)
  const choices = data?.mailPreferencesByLink
  const choose = async (kind: Kind, on: boolean): Promise<void> => {
    const answer = await run({ token, kind, on })
    if (answer) put({ mailPreferencesByLink: answer.setMailPreferenceByLink })
  }
  if (choices === null) return <Ended />
  return (
    <Page title={words.title} lead={`${words.lead} ${words.byLink}`} width="narrow">
      <Failure error={error} onRetry={() => void reload()} />
      <Failure error={refused} />
      {choices ? <Choices choices={choices} busy={pending} onChoose={choose} /> : !error && <Bones />}
    </Page>
  )
}

function Ended() {
  return (
    <Page title={words.endedTitle} lead={words.ended} width="narrow">
      <p>
        <Link to="/sign-in?to=%2Fpreferences">{words.signIn}</Link>
      </p>
    </Page>
  )
}
