import type { DomainEvent } from '../domain-events.js'
import * as whom from './notice-whom.js'
import { outreachNotices } from './outreach-notices.js'
import { notice, type Notice } from './notice.js'

/**
 * What is told inside Waybill, and to whom; who is named first for one event is told for that reason. What is not here is
 * read on the order's feed, or in a queue. Whoever did it is never told of it.
 */
export const notices = {
  ...outreachNotices,
  'message.posted': [notice('MENTIONED', whom.mentioned), notice('MESSAGE', whom.otherReaders)],
  'promise.at-risk': [notice('PROMISE', whom.team('SUPPORT', 'ADMIN'))],
  'promise.broken': [notice('PROMISE', whom.team('SUPPORT', 'ADMIN'))],
  'task.delegated': [notice('TO_DO', whom.assignee)],
} satisfies Partial<Record<DomainEvent, readonly Notice[]>>
