import type { Side } from '../campaigns/campaign-sides.js'
import { attachFile, requireReadyFile } from '../files/ready-file.js'
import { newId } from '../lib/ids.js'
import { refuseFields } from '../lib/refusal.js'
import { actorKind, isMember } from '../lib/viewer.js'
import { wordsGiven } from '../lib/words.js'
import type { Tx } from '../platform/context.js'
import type { StatementKind } from './dispute-words.js'
import { DisputeEvidenceEntity, DisputeStatementEntity } from './dispute.entity.js'
import type { DisputeFacts } from './dispute.facts.js'

const LONGEST = 5000
const MOST_AT_ONCE = 20
/** So many of each a side may hand in: a dispute stays something that a person can read. */
const MOST = 50

/** What somebody says in a dispute, before it is kept: the id is for the event, the words are not. */
export interface GivenStatement {
  readonly id: string
  /** Keeps it, once the verb is allowed. */
  keep(tx: Tx, of: { disputeId: string; kind: StatementKind; party: Side | null }): Promise<void>
}

/** Takes a text of 1 to 5000 characters; `path` names the argument. @refuses VALIDATION */
export function statementOf(words: string, path = 'statement'): GivenStatement {
  const text = wordsGiven(words, path, LONGEST)
  const id = newId('dst')
  return {
    id,
    keep: async (tx, of) => {
      const { viewer, now } = tx
      const by = { givenByKind: actorKind(viewer), givenById: viewer.id, givenAt: now }
      await tx.em.insert(DisputeStatementEntity, { id, ...of, text, ...by })
    },
  }
}

/** Files that a side hands in, before they are taken. */
export interface GivenEvidence {
  readonly ids: string[]
  /** Takes them, once the verb is allowed. @refuses NOT_FOUND, FILE_NOT_READY, FILE_QUARANTINED */
  keep(tx: Tx, of: { disputeId: string; party: Side }): Promise<void>
}

/** Takes the ids of the caller's own uploads, twenty at most at once. @refuses VALIDATION */
export function evidenceOf(files: readonly string[] | null | undefined): GivenEvidence {
  const found = [...new Set(files ?? [])].map((fileId) => ({ id: newId('dev'), fileId }))
  if (found.length > MOST_AT_ONCE)
    refuseFields([{ path: 'evidence', message: `at most ${MOST_AT_ONCE} files at once` }])
  return {
    ids: found.map(({ id }) => id),
    keep: async (tx, { disputeId, party }) => {
      const by = { addedByKind: actorKind(tx.viewer), addedById: tx.viewer.id, addedAt: tx.now }
      for (const { id, fileId } of found) {
        const { sha256 } = await requireReadyFile(tx, { id: fileId, accept: [] })
        await attachFile(tx, { id: fileId, subjectId: disputeId })
        await tx.em.insert(DisputeEvidenceEntity, { id, disputeId, party, fileId, sha256, ...by })
      }
    },
  }
}

/** The side for which the caller speaks. */
export function sideOf(tx: Tx, { buyerId }: DisputeFacts): Side {
  return isMember(tx.viewer, buyerId) ? 'BUYER' : 'CHANNEL'
}

/** Keeps a side from handing in more than somebody can read. @refuses VALIDATION */
export function refuseTooMany(
  dispute: DisputeFacts,
  party: Side,
  more: { statements?: number; evidence?: number },
): void {
  const [statements, evidence] =
    party === 'BUYER'
      ? [dispute.buyersStatements, dispute.buyersEvidence]
      : [dispute.channelsStatements, dispute.channelsEvidence]
  if (statements + (more.statements ?? 0) > MOST)
    refuseFields([{ path: 'statement', message: `at most ${MOST} from each side` }])
  if (evidence + (more.evidence ?? 0) > MOST)
    refuseFields([{ path: 'evidence', message: `at most ${MOST} files from each side` }])
}
