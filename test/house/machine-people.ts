import { anonymous, type Viewer } from '../../api/lib/viewer.js'

type Facts = Record<string, unknown>

/** Somebody before one aggregate, and which of its machine's roles they have there: by the trade's words, not by code. */
export interface Somebody {
  readonly viewer: Viewer
  readonly roles: readonly string[]
}

/** A machine's aggregate as the trade knows it. */
export interface Sample {
  /** Facts with which no rule stands in anybody's way. */
  readonly facts: Facts
  readonly people: Readonly<Record<string, Somebody>>
  /** What stands in the way of a verb: in which state, who tries, the facts that differ, and the refusal. */
  readonly obstacles: readonly { verb: string; state: string; who: string; facts: Facts; code: string }[]
}

/** The moment of every check. */
export const NOW = new Date('2026-03-02T12:00:00Z')
/** A minute later. */
export const SOON = new Date(NOW.getTime() + 60_000)

/** Somebody of the team. */
export const staff = (id: string, roles: string[], skills: string[] = []): Viewer => ({
  ...anonymous,
  kind: 'staff',
  id,
  roles,
  skills,
})
/** A member of organisations, and an owner of some. */
export const member = (id: string, organisations: string[], owned: string[] = []): Viewer => ({
  ...anonymous,
  kind: 'member',
  id,
  organisations,
  owned,
})
/** Whoever holds a link to one thing. */
export const link = (subject: string): Viewer => ({ ...anonymous, kind: 'link', id: 'lnk_1', subject })

/** People who are nothing to any aggregate. */
export const outsiders = {
  nobody: { viewer: anonymous, roles: [] },
  stranger: { viewer: member('usr_stranger', ['org_else'], ['org_else']), roles: [] },
  strangersLink: { viewer: link('doc_else'), roles: [] },
}
/** The system itself. */
export const system = { viewer: { ...anonymous, kind: 'system', id: 'test' } as Viewer, roles: ['system'] }

/** An obstacle: in this state and with these facts the verb is refused. */
export const blocks = (verb: string, state: string, who: string, facts: Facts, code: string) => ({
  verb,
  state,
  who,
  facts,
  code,
})
