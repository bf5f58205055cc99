import { ConfirmCartLineDocument, type CartPartsFragment } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { useVerb } from '../../wire/use-verb.js'
import { cartWords as words, catalogueWords } from '../../words/buying.js'
import { datesOf } from '../campaign/dates.js'

interface ChangedLineProps {
  cartId: string
  line: CartPartsFragment['lines'][number]
  onChange: () => Promise<void>
}

/** A package that its channel has changed since: how it is now, and the button that takes it so. */
export function ChangedLine({ cartId, line, onChange }: ChangedLineProps) {
  const confirm = useVerb(ConfirmCartLineDocument)
  const { service } = line
  const version = service?.package
  if (!line.changed || !service || !version) return null
  const channel = service.channelName ?? ''
  const labels = version.requiredCreatives.filter(({ required }) => required).map(({ label }) => label)
  const take = async (): Promise<void> => {
    await confirm.run({ id: cartId, lineId: line.id, packageId: version.id })
    await onChange()
  }
  return (
    <Notice tone="warn" title={words.changedTitle}>
      <p>{words.changed(channel)}</p>
      <p>{catalogueWords.runs(datesOf(version) ?? '')}</p>
      <p>{labels.length > 0 ? catalogueWords.creatives(labels) : catalogueWords.noCreatives}</p>
      <details>
        <summary>{words.changedTerms(channel)}</summary>
        <p className="pre small">{version.terms}</p>
      </details>
      <Failure error={confirm.error} />
      <Button
        kind="quiet"
        busy={confirm.pending}
        aria-label={words.confirmOf(service.name)}
        onClick={() => void take()}
      >
        {words.confirm}
      </Button>
    </Notice>
  )
}
