import type { ActivityFragment } from '../gen/documents.js'
import type { Visibility } from '../gen/schema.js'

/** Who reads an answer to what somebody outside our team wrote last: whoever could read that; the buyer, where nobody did. */
export function readersOf(
  entries: readonly Pick<ActivityFragment, '__typename' | 'visibility' | 'actor'>[],
): Visibility {
  const asked = entries.find(
    ({ __typename, actor }) =>
      __typename === 'MessageEntry' && actor.kind !== 'staff' && actor.kind !== 'system',
  )
  return asked?.visibility ?? 'BUYER'
}
