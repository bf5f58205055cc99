import { useState } from 'react'
import { calendarDay } from '../../format/format.js'
import { OfferPackageDocument, WithdrawPackageDocument } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { Button, classOf } from '../../ui/Button.js'
import { Chip } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { SureDialog } from '../../ui/SureDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { packageStates, packageWords as words } from '../../words/packages.js'
import type { Package } from './package-draft.js'

interface PackageCardProps {
  shown: Package
  /** Whether to say which channel sells it. */
  named: boolean
  onChange: () => Promise<void>
}

/** One package on the channel's shelf, with what may be done to it. */
export function PackageCard({ shown, named, onChange }: PackageCardProps) {
  const isOver = shown.status === 'OFFERED' && !shown.onSale
  const state = isOver ? { label: words.over, tone: 'bad' as const } : packageStates[shown.status]
  return (
    <>
      <div className="stack-tight">
        <div>
          <Chip tone={state.tone}>{state.label}</Chip>
        </div>
        <h2>{shown.name}</h2>
        {named && <p className="muted small">{shown.channelName}</p>}
      </div>
      <div className="stack-tight">
        <p>{shown.summary}</p>
        <Facts shown={shown} />
        {isOver && <p className="small">{words.overNote}</p>}
      </div>
      <Doing shown={shown} onChange={onChange} />
    </>
  )
}

function Facts({ shown: { price, package: version } }: { shown: Package }) {
  if (!version) return <strong>{price.formatted}</strong>
  const required = version.requiredCreatives.filter((creative) => creative.required).length
  return (
    <>
      <strong>{price.formatted}</strong>
      <p className="muted small">
        {words.dates(calendarDay(version.startsOn), calendarDay(version.endsOn))}
        <br />
        {words.needs(required, version.requiredCreatives.length - required)}
      </p>
    </>
  )
}

function Doing({ shown, onChange }: Omit<PackageCardProps, 'named'>) {
  const offer = useVerb(OfferPackageDocument)
  const withdraw = useVerb(WithdrawPackageDocument)
  const [asking, setAsking] = useState(false)
  const { id, name, version: expectedVersion } = shown
  const action = (verb: string) => shown.availableActions.find((one) => one.name === verb)
  const offering = action('offerService')
  const mayOffer = shown.status !== 'OFFERED' && offering
  const run = async (verb: typeof offer | typeof withdraw): Promise<void> => {
    if (!(await verb.run({ id, expectedVersion }))) return
    setAsking(false)
    await onChange()
  }
  return (
    <div className="stack-tight">
      <Failure error={offer.error} />
      <div className="row actions">
        {action('changePackage')?.allowed && (
          <Link to={`/packages/${id}`} className={classOf('quiet')} aria-label={words.changeOf(name)}>
            {words.change}
          </Link>
        )}
        {mayOffer && (
          <Button
            busy={offer.pending}
            refusal={offering.allowed ? null : words.overNote}
            aria-label={words.offerOf(name)}
            onClick={() => void run(offer)}
          >
            {words.offer}
          </Button>
        )}
        {action('withdrawService')?.allowed && (
          <Button kind="plain" aria-label={words.withdrawOf(name)} onClick={() => setAsking(true)}>
            {words.withdraw}
          </Button>
        )}
      </div>
      {asking && (
        <SureDialog
          title={words.sure(name)}
          text={words.sureText}
          yes={words.withdraw}
          no={words.keep}
          pending={withdraw.pending}
          error={withdraw.error}
          onYes={() => void run(withdraw)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
