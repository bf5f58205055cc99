import type { EventSpec } from '../lib/machine.js'

/** What happens to services. All of it is for staff; each service has a stream of its own. */
export const catalogueEvents = {
  'service.added': { visibility: 'STAFF', doc: 'A service is being put together.' },
  'service.changed': { visibility: 'STAFF', doc: 'What a service is called, says or costs was changed.' },
  'service.offered': { visibility: 'STAFF', doc: 'A service was put on sale.' },
  'service.withdrawn': {
    visibility: 'STAFF',
    doc: 'A service was taken off sale; orders that run go on.',
  },
  'service.package-changed': {
    visibility: 'STAFF',
    doc: 'A channel changed what a package says, costs, asks or promises: orders keep what they were placed with.',
  },
  'service.form-published': {
    visibility: 'STAFF',
    doc: 'A version of its onboarding form was published: new orders ask with it.',
  },
  'service.blueprint-published': {
    visibility: 'STAFF',
    doc: 'A version of its task blueprint was published: the tasks of new orders come from it.',
  },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. */
export interface CatalogueEventData {
  /** `packageId` is the first version of a package. */
  'service.added': { flow: string; amount: string; currency: string; packageId?: string }
  /** `fields` names what was changed; the price is the one from now on. */
  'service.changed': { fields: string[]; amount: string; currency: string }
  /** `fields` names what was changed; price and version are those from now on. */
  'service.package-changed': {
    fields: string[]
    amount: string
    currency: string
    packageId: string
    version: number
  }
  'service.offered': { formId: string | null; blueprintId: string | null; packageId?: string }
  'service.withdrawn': Record<string, never>
  'service.form-published': { formId: string; version: number }
  'service.blueprint-published': { blueprintId: string; version: number }
}
