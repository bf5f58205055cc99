import { eraseMentions, type ErasureRoom } from '../platform/erasure.js'

/** Reports, where they name somebody. */
export const reportsErasure: ErasureRoom = {
  async erase(tx, person) {
    const columns = { content: 'jsonb', chart: 'jsonb', skip_reason: 'text' } as const
    return { mentions: await eraseMentions(tx, 'reports', columns, person) }
  },
}
