import type { EventSpec } from '../lib/machine.js'

/** What happens to an add-on on its way to being active. */
export const provisioningEvents = {
  'provisioning.started': { visibility: 'BUYER', doc: 'The add-on is being set up.' },
  'provisioning.postponed': { visibility: 'STAFF', doc: 'A try failed; it is tried again after a pause.' },
  'provisioning.failed': { visibility: 'STAFF', doc: 'Every try failed: a person looks at it.' },
  'provisioning.retried': { visibility: 'STAFF', doc: 'Somebody had it tried again.' },
  'provisioning.activated': { visibility: 'PARTIES', doc: 'The add-on is active.' },
  'provisioning.given-up': {
    visibility: 'BUYER',
    doc: 'The add-on cannot be set up; its price is given back.',
  },
  'provisioning.ended': { visibility: 'STAFF', doc: 'The order ended before the add-on was active.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. `attempts` counts every try so far. */
export interface ProvisioningEventData {
  'provisioning.started': { lineId: string }
  'provisioning.postponed': { lineId: string; attempts: number; failure: string; nextTryAt: string }
  'provisioning.failed': { lineId: string; attempts: number; failure: string }
  'provisioning.retried': { lineId: string; attempts: number }
  'provisioning.activated': { lineId: string; attempts: number }
  'provisioning.given-up': { lineId: string; reasonId: string; amount: string; currency: string }
  'provisioning.ended': { lineId: string }
}
