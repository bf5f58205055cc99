import type { ApiScope } from './api-scopes.js'

/**
 * Who is asking, as far as rights are concerned. `kind` with `roles` decides which rows and columns a reading may give
 * at all; the ids decide which of them.
 */
export interface Viewer {
  readonly kind: 'anonymous' | 'system' | 'staff' | 'member' | 'link'
  /** The user's, link's or API key's id, or the name of the part of the system that acts. Empty for nobody. */
  readonly id: string
  /** Staff roles; empty for everybody else. */
  readonly roles: readonly string[]
  /** What a staff member is able to do; empty for everybody else. */
  readonly skills: readonly string[]
  /** Organisations the viewer is a member of. */
  readonly organisations: readonly string[]
  /** Those of them in which the viewer is an owner. */
  readonly owned: readonly string[]
  /** The one thing that a link opens. */
  readonly subject: string | null
  /**
   * How far the second factor of a session is. Who has still to set it up or to prove it is nobody to everything else:
   * an anonymous viewer who is told what is missing.
   */
  readonly factor?: 'SET_UP' | 'PROVE' | 'PROVEN'
  /** Of a program that calls with an API key: it is a member of the key's one organisation, within the key's scopes. */
  readonly key?: {
    readonly scopes: readonly ApiScope[]
    /** The user who answers for the key. */
    readonly keeper: string
  }
}

const NOBODY = { id: '', roles: [], skills: [], organisations: [], owned: [], subject: null }

/** A caller who is not signed in. */
export const anonymous: Viewer = { ...NOBODY, kind: 'anonymous' }

/** A part of the system itself, by the name its events carry. Sees everything, may do only the system's verbs. */
export function system(name: string): Viewer {
  return { ...NOBODY, kind: 'system', id: name }
}

/** Whether the viewer is staff with one of the roles; with none given, staff of any role. */
export function isStaff(viewer: Viewer, ...roles: string[]): boolean {
  return viewer.kind === 'staff' && (roles.length === 0 || roles.some((role) => viewer.roles.includes(role)))
}

/** Whether the viewer is a member of the organisation. */
export function isMember(viewer: Viewer, organisationId: string | null): boolean {
  return viewer.kind === 'member' && organisationId !== null && viewer.organisations.includes(organisationId)
}

/** Whether the viewer is an owner of the organisation. */
export function isOwner(viewer: Viewer, organisationId: string | null): boolean {
  return viewer.kind === 'member' && organisationId !== null && viewer.owned.includes(organisationId)
}

/** As what somebody acts, in the words of the log: a program with an API key is told apart from people. */
export function actorKind(viewer: Viewer): Viewer['kind'] | 'key' {
  return viewer.key ? 'key' : viewer.kind
}

/** The user behind a viewer: of an API key, the owner who answers for it. */
export function personOf(viewer: Viewer): string {
  return viewer.key?.keeper ?? viewer.id
}
