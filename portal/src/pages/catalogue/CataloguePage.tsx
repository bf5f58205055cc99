import { useState } from 'react'
import { ServicesDocument } from '../../gen/operations.js'
import { buyersOf, type Viewer } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Chip, Notice } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { buyAppointmentWords } from '../../words/appointments.js'
import { catalogueWords as words, flowWords } from '../../words/buying.js'
import { Link } from '../../router/router.js'
import { AddDialog } from './AddDialog.js'
import { PackageText } from './PackageText.js'
import type { Service } from './service-parts.js'

/** What can be bought, and the way into the cart. */
export function CataloguePage({ viewer }: { viewer: Viewer }) {
  const { data, error, loading, reload } = useRead(ServicesDocument, {})
  const [chosen, setChosen] = useState<Service>()
  const [added, setAdded] = useState<string>()
  const canBuy = buyersOf(viewer).length > 0
  // What services cost is between an agency and us; its clients are not shown it.
  if (!canBuy && viewer.memberships.some(({ organisation }) => organisation?.hasAgency)) return <Missing />
  return (
    <Page title={words.title} lead={words.lead}>
      {!canBuy && <Notice title={words.noBuyer} />}
      {added && <Added name={added} />}
      <Failure error={error} onRetry={() => void reload()} />
      {loading && <Bones />}
      {data?.services.nodes.length === 0 && <p className="muted">{words.empty}</p>}
      <ul className="shelf">
        {data?.services.nodes.map((service) => (
          <li key={service.id} className="card">
            <ServiceText service={service} />
            <Price service={service} canBuy={canBuy} onAdd={() => setChosen(service)} />
          </li>
        ))}
      </ul>
      {chosen && (
        <AddDialog
          service={chosen}
          viewer={viewer}
          onClose={() => setChosen(undefined)}
          onAdded={() => {
            setAdded(chosen.name)
            setChosen(undefined)
          }}
        />
      )}
    </Page>
  )
}

interface PriceProps {
  service: Service
  canBuy: boolean
  onAdd: () => void
}

function Price({ service, canBuy, onAdd }: PriceProps) {
  return (
    <div className="row row-apart">
      <strong>{service.price.formatted}</strong>
      {canBuy && (
        <Button
          kind="quiet"
          refusal={service.onSale ? null : words.notOnSale}
          aria-label={words.addOf(service.name)}
          onClick={onAdd}
        >
          {words.add}
        </Button>
      )}
    </div>
  )
}

function ServiceText({ service }: { service: Service }) {
  return (
    <>
      <div className="stack-tight">
        <div>
          <Chip tone={service.flow === 'SELF_SERVICE' ? 'plain' : 'go'}>{flowWords[service.flow]}</Chip>
        </div>
        <h2>{service.name}</h2>
      </div>
      <div className="stack-tight">
        <p>{service.summary}</p>
        {service.flow === 'CAMPAIGN' ? (
          <PackageText service={service} />
        ) : (
          <p className="muted small">{needOf(service)}</p>
        )}
      </div>
    </>
  )
}

/** What it takes of the buyer. */
function needOf({ flow, form, appointmentMinutes }: Service): string {
  if (flow === 'APPOINTMENT') return buyAppointmentWords.needs(appointmentMinutes ?? 0)
  return form ? words.needs(form.fields.length) : words.automatic
}

function Added({ name }: { name: string }) {
  return (
    <Notice tone="good" title={words.added(name)}>
      <div>
        <Link to="/cart" className={classOf('quiet')}>
          {words.toCart}
        </Link>
      </div>
    </Notice>
  )
}
