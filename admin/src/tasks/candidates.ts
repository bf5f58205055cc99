/** What is known of a person when work is given out. */
export interface Person {
  id: string
  name: string
  staffRoles: readonly string[]
  skills: readonly string[]
  disabledAt?: string | null
  openTaskCount?: number | null
}

/** What work needs of a person. */
export interface Need {
  role?: string | null
  skill?: string | null
}

/** A person beside a piece of work: their load by now, and whether they have the skill. */
export interface Candidate {
  id: string
  name: string
  openTasks: number
  hasSkill: boolean
}

/** Active people of the role, those with the skill and the least load first. `given` is what was given out just now. */
export function candidatesFor(
  people: readonly Person[],
  need: Need,
  given: Record<string, number> = {},
): Candidate[] {
  return people
    .filter((person) => !person.disabledAt && (!need.role || person.staffRoles.includes(need.role)))
    .map((person) => ({
      id: person.id,
      name: person.name,
      openTasks: (person.openTaskCount ?? 0) + (given[person.id] ?? 0),
      hasSkill: !need.skill || person.skills.includes(need.skill),
    }))
    .sort(
      (a, b) =>
        Number(b.hasSkill) - Number(a.hasSkill) || a.openTasks - b.openTasks || a.name.localeCompare(b.name),
    )
}

/** The house rule for several pieces at once: each to whoever has the skill and the fewest open tasks by then. */
export function suggestAll(
  people: readonly Person[],
  needs: readonly (Need & { key: string })[],
): Record<string, string> {
  const given: Record<string, number> = {}
  const suggested: Record<string, string> = {}
  for (const need of needs) {
    const best = candidatesFor(people, need, given)[0]
    if (!best?.hasSkill) continue
    suggested[need.key] = best.id
    given[best.id] = (given[best.id] ?? 0) + 1
  }
  return suggested
}
