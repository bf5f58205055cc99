import { eraseMentions, type ErasureRoom } from '../platform/erasure.js'

/** The team's words about work, where they name somebody. */
export const tasksErasure: ErasureRoom = {
  async erase(tx, person) {
    const columns = {
      title: 'text',
      instructions: 'text',
      waiting_reason: 'text',
      checklist: 'jsonb',
    } as const
    return { mentions: await eraseMentions(tx, 'tasks', columns, person) }
  },
}
