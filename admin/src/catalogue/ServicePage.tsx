import Link from '@mui/material/Link'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { ServicePageFragment } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { OfferButton } from '../verbs/OfferButton.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { useVerbLabel } from '../verbs/use-verb.js'
import { blueprintChanges } from './blueprint-content.js'
import { formChanges } from './form-content.js'
import { PackageVersionsPanel } from './PackageVersionsPanel.js'
import { ServiceDialog } from './ServiceDialog.js'
import { VersionsPanel } from './VersionsPanel.js'

/** One service: its facts, whether it is on sale, and the versions of its form and blueprint. */
export function ServicePage() {
  return <RecordPage<ServicePageFragment>>{(service) => <Shown service={service} />}</RecordPage>
}

function Shown({ service }: { service: ServicePageFragment }) {
  const translate = useTranslate()
  return (
    <>
      <PageHead
        title={service.name}
        kicker={translate(`catalogue.flows.${service.flow}`)}
        state={<StateChip value={service.status} />}
      >
        <ChangeButton service={service} />
        <VerbButtons record={service} except={['changeService', 'changePackage']} />
      </PageHead>
      <Panel title={translate('catalogue.facts')}>
        <Facts
          items={[
            [translate('catalogue.price'), service.price.formatted],
            [
              translate('catalogue.channel'),
              service.channelId ? (
                <Link key="channel" component={RouterLink} to={`/organisations/${service.channelId}/show`}>
                  {service.channelName}
                </Link>
              ) : null,
            ],
            [translate('catalogue.minutes'), service.appointmentMinutes],
            [translate('catalogue.summary'), service.summary],
            [translate('catalogue.description'), service.description],
          ]}
        />
      </Panel>
      {service.flow === 'ONBOARDED' ? (
        <>
          <VersionsPanel
            service={service}
            kind="form"
            versions={service.formVersions?.nodes ?? []}
            total={service.formVersions?.totalCount.count ?? 0}
            draft={service.formDraft}
            changesOf={formChanges}
          />
          <VersionsPanel
            service={service}
            kind="blueprint"
            versions={service.blueprintVersions?.nodes ?? []}
            total={service.blueprintVersions?.totalCount.count ?? 0}
            draft={service.blueprintDraft}
            changesOf={blueprintChanges}
          />
        </>
      ) : service.flow === 'CAMPAIGN' ? (
        <PackageVersionsPanel versions={service.packageVersions?.nodes ?? []} />
      ) : service.flow === 'APPOINTMENT' ? null : (
        <Panel title={translate('catalogue.form')}>
          <Quiet>{translate('catalogue.runsItself')}</Quiet>
        </Panel>
      )}
    </>
  )
}

function ChangeButton({ service }: { service: ServicePageFragment }) {
  const label = useVerbLabel()('changeService')
  const [open, setOpen] = useState(false)
  const offer = service.availableActions.find((action) => action.name === 'changeService')
  if (!offer || service.flow === 'CAMPAIGN') return null
  return (
    <>
      <OfferButton offer={offer} onClick={() => setOpen(true)}>
        {label}
      </OfferButton>
      {open ? <ServiceDialog service={service} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
