import { useState, type FormEvent } from 'react'
import { digitsOf, minorUnits } from '../../format/amount.js'
import { LOCALE } from '../../format/format.js'
import { AddPackageDocument, ChangePackageDocument } from '../../gen/operations.js'
import { navigate } from '../../router/router.js'
import type { Organisation } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { SelectField } from '../../ui/Field.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { packageFormWords as words } from '../../words/packages.js'
import { expected } from '../../words/refusals.js'
import { CreativesFields } from './CreativesFields.js'
import { AboutFields, DatesFields, TermsField } from './PackageFields.js'
import {
  draftOf,
  inputOf,
  isChanged,
  isNewVersion,
  unwritten,
  type Package,
  type PackageDraft,
} from './package-draft.js'
import { PackageView, type ShownPackage } from './PackageView.js'

interface PackageEditorProps {
  channels: readonly Organisation[]
  /** The package as it is; left out where one is added. */
  from?: Package
  /** Somebody else has changed it: it is to be read again. */
  onStale?: () => void
}

/** Writes a package, with what buyers will see beside it. */
export function PackageEditor({ channels, from, onStale }: PackageEditorProps) {
  const [channelId, setChannelId] = useState(from?.channelId ?? channels[0]?.id ?? '')
  const [draft, setDraft] = useState<PackageDraft>(() => draftOf(from))
  const [tried, setTried] = useState(false)
  const { save, pending, error } = useSave(channelId, from)
  const set = (change: Partial<PackageDraft>): void => setDraft((before) => ({ ...before, ...change }))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(unwritten(draft)).length === 0) await save(draft)
  }
  const missing = tried ? unwritten(draft) : {}
  const problemAt = (path: string): string | undefined => {
    if (missing[path]) return missing[path]
    const found =
      error instanceof Refused ? error.fields.find((one) => one.path === path)?.message : undefined
    return found && expected(found)
  }
  const refused = error instanceof Refused && error.code === 'VALIDATION'
  const atFields = refused || Object.keys(missing).length > 0
  const parts = { draft, set, problemAt }
  const channel = channels.find(({ id }) => id === channelId)
  return (
    <div className="two">
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        {!from && channels.length > 1 && (
          <SelectField
            label={words.channel}
            value={channelId}
            options={[...channels]}
            onValue={setChannelId}
          />
        )}
        <AboutFields {...parts} />
        <DatesFields {...parts} />
        <CreativesFields {...parts} />
        <TermsField {...parts} />
        <Failure error={refused ? undefined : error} onRetry={isStale(error) ? onStale : undefined} />
        <div className="save-bar">
          <span className="muted small" role="status">
            {atFields ? words.problems : from && whatSavingDoes(draft, from)}
          </span>
          <Button
            type="submit"
            busy={pending}
            refusal={from && !isChanged(draft, from) ? words.unchanged : null}
          >
            {from ? words.save : words.saveNew}
          </Button>
        </div>
      </form>
      <div className="stack package-preview">
        <Card title={words.preview}>
          <PackageView shown={shownOf(draft, channel?.name ?? '')} />
        </Card>
      </div>
    </div>
  )
}

function useSave(channelId: string, from: Package | undefined) {
  const add = useVerb(AddPackageDocument)
  const change = useVerb(ChangePackageDocument)
  const save = async (draft: PackageDraft): Promise<void> => {
    const input = inputOf(draft)
    const saved = from
      ? await change.run({ id: from.id, expectedVersion: from.version, ...input })
      : await add.run({ channelId, ...input })
    if (saved) navigate('/packages')
  }
  return { save, pending: add.pending || change.pending, error: add.error ?? change.error }
}

function isStale(error: Error | undefined): boolean {
  return error instanceof Refused && error.code === 'STALE_VERSION'
}

function whatSavingDoes(draft: PackageDraft, from: Package): string | undefined {
  const now = from.package?.version
  if (now === undefined || !isChanged(draft, from)) return undefined
  return isNewVersion(draft, from) ? words.willBe(now + 1) : words.staysAt(now)
}

function shownOf(draft: PackageDraft, channelName: string): ShownPackage {
  const digits = digitsOf(draft.currency)
  const amount = minorUnits(draft.amount, digits)
  const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: draft.currency })
  return {
    ...draft,
    channelName,
    name: draft.name.trim() || words.unnamed,
    price: amount === null ? '–' : format.format(Number(amount) / 10 ** digits),
    requiredCreatives: draft.creatives.map((creative, i) => ({
      ...creative,
      key: String(creative.id),
      label: creative.label.trim() || words.creative(i + 1),
    })),
  }
}
