import type { FieldProblem } from '../lib/refusal.js'
import type { BlueprintStep } from './blueprint-step.js'
import { repeats, textProblems } from './text-problems.js'

/** Most steps of a blueprint, entries of a checklist, and working hours of a step. */
export const BLUEPRINT_LIMITS = { steps: 50, checklist: 30, hours: 2000 } as const

const KEY = /^[a-z][A-Za-z0-9]{0,39}$/
const SKILL = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u

/** Steps as they are kept: texts without edges, skills in small letters. */
export function tidySteps(steps: readonly BlueprintStep[]): BlueprintStep[] {
  return steps.map((step) => ({
    key: step.key.trim(),
    title: step.title.trim(),
    instructions: step.instructions.trim(),
    skill: step.skill.trim().toLowerCase(),
    dependsOn: [...step.dependsOn],
    dueInWorkingHours: step.dueInWorkingHours,
    needsReview: step.needsReview,
    checklist: step.checklist.map((entry) => entry.trim()),
  }))
}

/** What stands against publishing a blueprint, each problem at its path (`steps.2.dependsOn`). */
export function blueprintProblems(steps: readonly BlueprintStep[]): FieldProblem[] {
  const { steps: most } = BLUEPRINT_LIMITS
  const keysTwice = new Set(repeats(steps.map((step) => step.key)))
  const known = new Set(steps.map((step) => step.key))
  const inCircle = keysInCircles(steps)
  return [
    ...(steps.length === 0 ? [{ path: 'steps', message: 'at least one step' }] : []),
    ...(steps.length > most ? [{ path: 'steps', message: `at most ${most} steps` }] : []),
    ...steps.flatMap((step, i) => [
      ...stepProblems(`steps.${i}`, step, keysTwice.has(i)),
      ...dependencyProblems(`steps.${i}.dependsOn`, step, known, inCircle),
    ]),
  ]
}

/** The keys of steps that wait for themselves, whichever way round. */
export function keysInCircles(steps: readonly Pick<BlueprintStep, 'key' | 'dependsOn'>[]): Set<string> {
  const before = new Map(steps.map((step) => [step.key, step.dependsOn]))
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>()
    for (let next = [...(before.get(from) ?? [])]; next.length;) {
      const key = next.pop()!
      if (seen.has(key)) continue
      seen.add(key)
      next = [...next, ...(before.get(key) ?? [])]
    }
    return seen
  }
  return new Set([...before.keys()].filter((key) => reached(key).has(key)))
}

function stepProblems(path: string, step: BlueprintStep, keyTwice: boolean): FieldProblem[] {
  const { hours, checklist } = BLUEPRINT_LIMITS
  const due = step.dueInWorkingHours
  const keyMessage = keyTwice
    ? 'a key that no other step has'
    : KEY.test(step.key)
      ? undefined
      : 'a small letter, then letters and digits: 40 at most'
  return [
    ...(keyMessage ? [{ path: `${path}.key`, message: keyMessage }] : []),
    ...textProblems(`${path}.title`, step.title, { most: 160 }),
    ...textProblems(`${path}.instructions`, step.instructions, { least: 0, most: 5000, lines: true }),
    ...(SKILL.test(step.skill)
      ? []
      : [{ path: `${path}.skill`, message: 'a skill of letters, digits, spaces and dashes: 40 at most' }]),
    ...(Number.isInteger(due) && due >= 1 && due <= hours
      ? []
      : [{ path: `${path}.dueInWorkingHours`, message: `1 to ${hours} working hours` }]),
    ...(step.checklist.length > checklist
      ? [{ path: `${path}.checklist`, message: `at most ${checklist} entries` }]
      : []),
    ...checklistProblems(`${path}.checklist`, step.checklist),
  ]
}

function checklistProblems(path: string, entries: readonly string[]): FieldProblem[] {
  const twice = repeats(entries)
  return entries.flatMap((entry, i) => [
    ...textProblems(`${path}.${i}`, entry, { most: 200 }),
    ...(twice.includes(i) ? [{ path: `${path}.${i}`, message: 'an entry of its own' }] : []),
  ])
}

function dependencyProblems(
  path: string,
  { key, dependsOn }: BlueprintStep,
  known: ReadonlySet<string>,
  inCircle: ReadonlySet<string>,
): FieldProblem[] {
  if (dependsOn.includes(key)) return [{ path, message: 'other steps than itself' }]
  if (dependsOn.some((one) => !known.has(one))) return [{ path, message: 'steps of this blueprint' }]
  if (repeats(dependsOn).length) return [{ path, message: 'each step once' }]
  return inCircle.has(key) ? [{ path, message: 'steps that do not wait for this one in turn' }] : []
}
