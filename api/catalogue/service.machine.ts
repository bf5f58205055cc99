import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isMember, isStaff } from '../lib/viewer.js'
import { catalogueEvents } from './catalogue.events.js'

const facts = {
  status: fact.text('t.status'),
  flow: fact.text('t.flow'),
  formId: fact.maybeText('t.form_id'),
  blueprintId: fact.maybeText('t.blueprint_id'),
  sold: fact.bool('(t.sold_at is not null)'),
  channelId: fact.maybeText('t.channel_id'),
  packageId: fact.maybeText('t.package_id'),
  over: fact.bool('package_over(t.package_id)'),
  /** Whether it was our team that took it off sale last, and not who sells it. */
  takenOff: fact.bool(
    `(t.status = 'WITHDRAWN' and (select e.actor_kind = 'staff' from events e where e.aggregate_id = t.id and e.type = 'service.withdrawn' order by e.sequence desc limit 1))`,
  ),
}

/** What a service's rules look at. */
export type ServiceFacts = FactsOf<typeof facts>

/** What a service of this flow lacks before it can be sold. */
export function missingForSale(
  flow: string,
  has: Pick<ServiceFacts, 'formId' | 'blueprintId' | 'packageId' | 'over'>,
): ('form' | 'blueprint' | 'package' | 'dates')[] {
  if (flow === 'CAMPAIGN') return has.packageId ? (has.over ? ['dates'] : []) : ['package']
  if (flow !== 'ONBOARDED') return []
  return [...(has.formId ? [] : (['form'] as const)), ...(has.blueprintId ? [] : (['blueprint'] as const))]
}

const incomplete: Guard<ServiceFacts> = {
  code: 'SERVICE_INCOMPLETE',
  doc: 'A service that asks for onboarding needs a published form and a published blueprint first, a package dates that are not over.',
  refuses: (service) => {
    const missing = missingForSale(service.flow, service)
    return missing.length ? { missing } : undefined
  },
}

const takenOff: Guard<ServiceFacts> = {
  code: 'TAKEN_OFF_SALE',
  doc: 'Our team took it off sale: only our team puts it on sale again. Please write to us.',
  refuses: (service, { viewer }) =>
    service.takenOff && isMember(viewer, service.channelId) ? {} : undefined,
}

const asksNothing: Guard<ServiceFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'It runs by itself: only a service that asks for onboarding has a form and a blueprint.',
  refuses: (service) =>
    service.flow === 'ONBOARDED' ? undefined : { current: service.status, flow: service.flow },
}

const ofAChannel: Guard<ServiceFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'It is a package: the channel that sells it changes it.',
  refuses: (service) =>
    service.flow === 'CAMPAIGN' ? { current: service.status, flow: service.flow } : undefined,
}

const ANY = ['IN_PREPARATION', 'OFFERED', 'WITHDRAWN'] as const

/** A service, from being put together to being offered and withdrawn. */
export const serviceMachine = machine({
  name: 'Service',
  table: 'services',
  stream: 'id',
  doc: 'Something that can be sold. Every form and blueprint that is published is a version; running orders keep theirs.',
  states: {
    IN_PREPARATION: 'Being put together; it was never on sale.',
    OFFERED: 'On sale.',
    WITHDRAWN: 'Not on sale any more; orders that run go on.',
  },
  initial: 'IN_PREPARATION',
  final: [],
  facts,
  roles: {
    ADMIN: (viewer) => isStaff(viewer, 'ADMIN'),
    channel: (viewer, service) => isMember(viewer, service.channelId),
  },
  deadlines: {},
  events: catalogueEvents,
  verbs: {
    changeService: {
      from: ANY,
      by: ['ADMIN'],
      unless: [ofAChannel],
      event: 'service.changed',
      doc: 'Changes what it is called, says or costs; its flow only before it was first ordered.',
    },
    changePackage: {
      from: ANY,
      by: ['channel'],
      event: 'service.package-changed',
      doc: 'Changes a package: what it says and costs, or, as a new version, what it asks and promises; orders keep theirs.',
    },
    offerService: {
      from: ['IN_PREPARATION', 'WITHDRAWN'],
      to: 'OFFERED',
      by: ['ADMIN', 'channel', 'system'],
      unless: [takenOff, incomplete],
      event: 'service.offered',
      doc: 'Puts it on sale; what our team took off sale only our team.',
    },
    withdrawService: {
      from: ['OFFERED'],
      to: 'WITHDRAWN',
      by: ['ADMIN', 'channel'],
      event: 'service.withdrawn',
      doc: 'Takes it off sale; what was ordered goes on.',
    },
    publishOnboardingForm: {
      from: ANY,
      by: ['ADMIN', 'system'],
      unless: [asksNothing],
      event: 'service.form-published',
      doc: 'Publishes a version of its onboarding form: new orders ask with it, running ones keep theirs.',
    },
    publishTaskBlueprint: {
      from: ANY,
      by: ['ADMIN', 'system'],
      unless: [asksNothing],
      event: 'service.blueprint-published',
      doc: 'Publishes a version of its task blueprint: new orders get its tasks, running ones keep theirs.',
    },
  },
})
