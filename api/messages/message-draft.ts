import { type FieldProblem, refuseFields } from '../lib/refusal.js'
import { isStaff, type Viewer } from '../lib/viewer.js'
import type { MessageKind, Visibility } from './message-words.js'

const LONGEST = 10_000
const MOST_ATTACHMENTS = 10
const MOST_MENTIONS = 10

/** A message as somebody wants to write it. */
export interface NewMessage {
  readonly orderId: string
  /** At most 10 000 characters; empty only where something is attached, or the status asked for. */
  readonly body: string
  readonly visibility: Visibility
  /** A `MESSAGE` unless told otherwise. */
  readonly kind?: MessageKind | null | undefined
  /** The caller's own uploads, at most ten. */
  readonly attachments?: readonly string[] | null | undefined
  /** Users who may read it, by our team alone. */
  readonly mentions?: readonly string[] | null | undefined
}

/** A message before it is written: tidied, and nothing twice. */
export interface Draft {
  readonly orderId: string
  readonly body: string
  readonly visibility: Visibility
  readonly kind: MessageKind
  readonly attachments: readonly string[]
  readonly mentions: readonly string[]
}

/** Takes what somebody wants to write, as far as it can be judged without the order. @refuses VALIDATION */
export function draftOf(viewer: Viewer, input: NewMessage): Draft {
  const draft = {
    orderId: input.orderId,
    body: input.body.trim(),
    visibility: input.visibility,
    kind: input.kind ?? 'MESSAGE',
    attachments: [...new Set(input.attachments ?? [])],
    mentions: [...new Set(input.mentions ?? [])],
  }
  const problems = problemsOf(draft, isStaff(viewer) || viewer.kind === 'system')
  if (problems.length) refuseFields(problems)
  return draft
}

function problemsOf({ body, kind, attachments, mentions }: Draft, ours: boolean): FieldProblem[] {
  const mayBeEmpty = kind === 'STATUS_REQUEST' || attachments.length > 0
  const problem = (wrong: boolean, path: string, message: string) => (wrong ? [{ path, message }] : [])
  return [
    ...problem(body.length > LONGEST || (!body && !mayBeEmpty), 'body', `1 to ${LONGEST} characters`),
    ...problem(attachments.length > MOST_ATTACHMENTS, 'attachments', `at most ${MOST_ATTACHMENTS}`),
    ...problem(mentions.length > MOST_MENTIONS, 'mentions', `at most ${MOST_MENTIONS}`),
    ...problem(mentions.length > 0 && !ours, 'mentions', 'none: our team alone calls upon people by name'),
  ]
}
