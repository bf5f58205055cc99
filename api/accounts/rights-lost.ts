import { anonymous, type Viewer } from '../lib/viewer.js'
import type { Hint } from '../platform/live/live.js'

/** Whatever ends the links of what happened, and with them what their holders had opened. */
const LINKS_END = [
  'onboarding.resent',
  'onboarding.recipient-changed',
  'onboarding.recipient-corrected',
  'onboarding.voided',
  'appointment.counterpart-changed',
  'appointment.cancelled',
]

/** Whatever may take rights away from somebody. */
const RIGHTS_END = [
  ...LINKS_END,
  'member.disabled',
  'staff.changed',
  'staff.disabled',
  'staff.factor-reset',
  'person.erased',
  'api-key.revoked',
]

/** Whether this happening may have taken rights away: of all others nobody has to be asked. */
export const mayEndRights = ({ type }: Pick<Hint, 'type'>): boolean => RIGHTS_END.includes(type)

/**
 * What is left of a viewer after something happened that took rights away from them, or undefined where it did not
 * concern them. Who is left with none is a member of nothing, until their session is looked up again.
 */
export function rightsLost(viewer: Viewer, { type, aggregateId, data }: Hint): Viewer | undefined {
  if (type === 'member.disabled' && data['userId'] === viewer.id) {
    const others = (ids: readonly string[]) => ids.filter((id) => id !== data['organisationId'])
    return { ...viewer, organisations: others(viewer.organisations), owned: others(viewer.owned) }
  }
  if (viewer.key && endsKey(viewer, viewer.key.keeper, { type, aggregateId, data }))
    return { ...anonymous, kind: 'member', id: viewer.id }
  if (viewer.kind === 'link' && aggregateId === viewer.subject && LINKS_END.includes(type))
    return { ...anonymous, kind: 'member', id: viewer.id }
  if (aggregateId !== viewer.id) return undefined
  if (type === 'staff.disabled' || type === 'staff.factor-reset' || type === 'person.erased')
    return { ...anonymous, kind: 'member', id: viewer.id }
  if (type !== 'staff.changed') return undefined
  const kept = (before: readonly string[], now: unknown) =>
    before.filter((one) => (now as string[]).includes(one))
  return { ...viewer, roles: kept(viewer.roles, data['roles']), skills: kept(viewer.skills, data['skills']) }
}

/** Whether it was the key itself that ended, or the owner who answers for it is none any more. */
function endsKey(
  { id, organisations }: Viewer,
  keeper: string,
  { type, aggregateId, data }: Pick<Hint, 'type' | 'aggregateId' | 'data'>,
): boolean {
  if (type === 'api-key.revoked') return aggregateId === id
  if (type === 'person.erased') return aggregateId === keeper
  return (
    type === 'member.disabled' &&
    data['userId'] === keeper &&
    organisations.includes(String(data['organisationId']))
  )
}
