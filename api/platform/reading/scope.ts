import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../lib/viewer.js'

/** A piece of SQL. */
export type Sql = RawBuilder<unknown>

/** A value that is only known when a plan runs: it stands in the SQL as a parameter. */
export class Bind {
  constructor(readonly value: (run: Run) => unknown) {}
}

/** What a plan needs when it runs: who asks, and the arguments of every field that has some. */
export interface Run {
  readonly viewer: Viewer
  readonly args: readonly Record<string, unknown>[]
  readonly ids: unknown
}

/**
 * The viewer as a scope sees it. What decides the shape of the SQL (`kind`, `is`) is known when a plan is made; what
 * decides which rows (ids, organisations, skills) are parameters.
 */
export interface ViewerKind {
  readonly kind: Viewer['kind']
  /** Staff with one of these roles; with none given, any staff. */
  staff(...roles: string[]): boolean
  readonly id: unknown
  readonly organisations: unknown
  readonly owned: unknown
  readonly skills: unknown
  readonly roles: unknown
  readonly subject: unknown
}

/**
 * Which rows of a type a viewer may see: a predicate over the row (alias `t`), `true` for all, `false` for none.
 * Declared once per type and added wherever the type appears.
 */
export type Scope = (t: Sql, viewer: ViewerKind) => Sql | boolean

/** The key under which plans for this sort of viewer are cached. */
export function viewerKey(viewer: Viewer): string {
  return `${viewer.kind}:${[...viewer.roles].sort().join('+')}`
}

/** The viewer for a plan: shape now, values when it runs. */
export function viewerKind(viewer: Viewer): ViewerKind {
  return {
    ...shapeOf(viewer),
    id: new Bind((run) => run.viewer.id),
    organisations: new Bind((run) => run.viewer.organisations),
    owned: new Bind((run) => run.viewer.owned),
    skills: new Bind((run) => run.viewer.skills),
    roles: new Bind((run) => run.viewer.roles),
    subject: new Bind((run) => run.viewer.subject),
  }
}

/** Any of these scopes: one that gives all wins, those that give nothing fall out. */
export function anyOf(scopes: readonly Scope[]): Scope {
  return (t, viewer) => {
    const parts = scopes.map((scope) => scope(t, viewer)).filter((part) => part !== false)
    if (parts.includes(true)) return true
    return parts.length ? sql`(${sql.join(parts, sql` or `)})` : false
  }
}

/** A scope's answer as a predicate that can stand behind `where`. */
export function predicate(answer: Sql | boolean): Sql {
  return typeof answer === 'boolean' ? sql.raw(String(answer)) : answer
}

/** The viewer for a statement that runs at once: shape and values. */
export function viewerNow(viewer: Viewer): ViewerKind {
  return { ...viewer, ...shapeOf(viewer) }
}

function shapeOf(viewer: Viewer): Pick<ViewerKind, 'kind' | 'staff'> {
  return {
    kind: viewer.kind,
    staff: (...roles) =>
      viewer.kind === 'staff' && (!roles.length || roles.some((r) => viewer.roles.includes(r))),
  }
}
