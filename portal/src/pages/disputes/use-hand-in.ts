import {
  AddEvidenceDocument,
  AddStatementDocument,
  AnswerDisputeInformationDocument,
  RespondToDisputeDocument,
} from '../../gen/operations.js'
import { useVerb } from '../../wire/use-verb.js'
import { actionOf } from '../order/order-parts.js'
import type { Dispute } from './dispute-parts.js'

/** How a side hands something in: as its response, as an answer to our team, or as an addition. */
export type Way = 'respond' | 'answer' | 'add'

/** The way that fits now, by what the API says the viewer may do; undefined where none does. */
export function wayOf(dispute: Dispute): Way | undefined {
  const may = (name: string): boolean => actionOf(dispute, name)?.allowed === true
  if (may('respondToDispute')) return 'respond'
  if (may('answerDisputeInformation')) return 'answer'
  return may('addStatement') ? 'add' : undefined
}

interface HandIn {
  /** Hands in words and files; says which of them arrived, so that nobody has to send the others twice. */
  send: (text: string, evidence: string[]) => Promise<{ statement: boolean; evidence: boolean }>
  pending: boolean
  error: Error | undefined
}

/** Hands in words and files, by the verb that fits. */
export function useHandIn({ id, version }: Dispute, way: Way): HandIn {
  const respond = useVerb(RespondToDisputeDocument)
  const answer = useVerb(AnswerDisputeInformationDocument)
  const statement = useVerb(AddStatementDocument)
  const files = useVerb(AddEvidenceDocument)
  const send: HandIn['send'] = async (text, evidence) => {
    if (way !== 'add') {
      const verb = way === 'respond' ? respond : answer
      const done = Boolean(await verb.run({ id, statement: text, evidence, expectedVersion: version }))
      return { statement: done, evidence: done }
    }
    const said = text === '' || Boolean(await statement.run({ id, statement: text }))
    const shown = said && (evidence.length === 0 || Boolean(await files.run({ id, evidence })))
    return { statement: said, evidence: shown }
  }
  const verbs = [respond, answer, statement, files]
  return {
    send,
    pending: verbs.some(({ pending }) => pending),
    error: verbs.find(({ error }) => error)?.error,
  }
}
