import { fact } from '../lib/facts.js'
import type { AvailableAction } from '../lib/machine.js'
import { isOwner, isStaff, type Viewer } from '../lib/viewer.js'
import { Computed } from '../platform/reading/declare.js'

interface Place {
  readonly organisationId: string
  readonly agencyId: string | null
}

/**
 * `availableActions` of an organisation, by the rules of its verbs. They have no states to wait for: what a viewer may
 * do there, they may always do.
 */
export function OrganisationActions() {
  const place = {
    organisationId: fact.text('t.id'),
    agencyId: fact.maybeText('t.agency_id'),
  }
  return Computed(place, (facts, { viewer }) => {
    const keeps = isKeeper(viewer, facts)
    const manages = isStaff(viewer, 'ADMIN') || isOwnerHere(viewer, facts)
    return actions([keeps && 'changeOrganisation', keeps && 'addContact', manages && 'inviteMember'])
  })
}

/** `availableActions` of a contact. Nothing is done to somebody who was erased. */
export function ContactActions() {
  const place = {
    organisationId: fact.text('t.organisation_id'),
    agencyId: fact.maybeText('(select o.agency_id from organisations o where o.id = t.organisation_id)'),
    erased: fact.bool('(t.erased_at is not null)'),
  }
  return Computed(place, (facts, { viewer }) =>
    facts.erased
      ? []
      : actions([isKeeper(viewer, facts) && 'changeContact', isStaff(viewer, 'ADMIN') && 'erasePerson']),
  )
}

function isOwnerHere(viewer: Viewer, { organisationId, agencyId }: Place): boolean {
  return isOwner(viewer, organisationId) || isOwner(viewer, agencyId)
}

function isKeeper(viewer: Viewer, place: Place): boolean {
  return isStaff(viewer, 'ADMIN', 'SUPPORT') || isOwnerHere(viewer, place)
}

function actions(names: (string | false)[]): AvailableAction[] {
  return names.flatMap((name) =>
    name ? [{ name, allowed: true, refusal: null, message: null, deadline: null }] : [],
  )
}
