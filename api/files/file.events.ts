import type { EventSpec } from '../lib/machine.js'

/** What happens to files after they have arrived. */
export const fileEvents = {
  'file.quarantined': {
    visibility: 'STAFF',
    doc: 'The virus scanner found something in an uploaded file: nobody can open it.',
  },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. */
export interface FileEventData {
  /** `finding` is the name the scanner has for it. */
  'file.quarantined': { finding: string }
}
