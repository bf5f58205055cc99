import type { StepFragment } from '../gen/documents.js'
import { changesBetween, type Change } from './changes.js'
import { changed, type Item, keyFor, linesOf, newUid } from './items.js'

/** A step on the page. Its key is `fixed` once a version with it was published. */
export type Step = StepFragment & Item & { fixed: boolean }

/** A blueprint that is being written. */
export interface BlueprintContent {
  steps: Step[]
}

/** A blueprint as the API has it. */
export interface BlueprintGiven {
  steps: readonly StepFragment[]
}

/** A blueprint to write on; `published` are the keys that versions have had. */
export function blueprintToWrite(
  given: BlueprintGiven | undefined,
  published: ReadonlySet<string>,
): BlueprintContent {
  const steps = (given?.steps ?? []).map((step) => ({
    ...step,
    uid: newUid(),
    fixed: published.has(step.key),
  }))
  return { steps }
}

/** The blueprint as the API takes it. */
export function blueprintToSend({ steps }: BlueprintContent): { steps: StepFragment[] } {
  return {
    steps: steps.map((step) => ({
      key: step.key,
      title: step.title,
      instructions: step.instructions,
      skill: step.skill,
      dependsOn: step.dependsOn,
      dueInWorkingHours: step.dueInWorkingHours,
      needsReview: step.needsReview,
      checklist: linesOf(step.checklist),
    })),
  }
}

/** A blueprint with one more step at its end. */
export function withStep({ steps }: BlueprintContent): BlueprintContent {
  const key = keyFor('', keysOf(steps), 'step')
  const skill = steps.at(-1)?.skill ?? ''
  const fresh = {
    title: '',
    instructions: '',
    dependsOn: [],
    dueInWorkingHours: 16,
    needsReview: false,
    checklist: [],
  }
  return { steps: [...steps, { ...fresh, uid: newUid(), key, fixed: false, skill }] }
}

/** A blueprint with one step changed. Until it was published its key follows its title, and those that wait for it follow, too. */
export function withStepChange(
  { steps }: BlueprintContent,
  uid: string,
  change: Partial<Step>,
): BlueprintContent {
  const before = steps.find((step) => step.uid === uid)
  if (!before) return { steps }
  const after = { ...before, ...change }
  if (!after.fixed && after.title !== before.title)
    after.key = keyFor(
      after.title,
      keysOf(steps).filter((key) => key !== before.key),
      'step',
    )
  return { steps: renamed(changed(steps, uid, after), before.key, after.key) }
}

/** A blueprint without one step; nothing waits for it any more. */
export function withoutStep({ steps }: BlueprintContent, uid: string): BlueprintContent {
  const gone = steps.find((step) => step.uid === uid)?.key
  const left = steps.filter((step) => step.uid !== uid)
  return {
    steps: left.map((step) => ({ ...step, dependsOn: step.dependsOn.filter((key) => key !== gone) })),
  }
}

/** The keys of the steps that wait for this one, however far behind: it cannot wait for them. */
export function waitingFor(steps: readonly StepFragment[], key: string): Set<string> {
  const behind = new Set<string>()
  for (let before = -1; before !== behind.size;) {
    before = behind.size
    for (const step of steps)
      if (step.dependsOn.some((one) => one === key || behind.has(one))) behind.add(step.key)
  }
  return behind
}

/** What changed from one blueprint to another. */
export function blueprintChanges(before: BlueprintGiven, after: BlueprintGiven): Change[] {
  return changesBetween(before.steps, after.steps, {
    nameOf: (step) => step.title || step.key,
    attributes: [
      'title',
      'instructions',
      'skill',
      'dependsOn',
      'dueInWorkingHours',
      'needsReview',
      'checklist',
    ],
  })
}

/** A step's place in the work, in working hours after the approval. */
export interface Planned {
  step: StepFragment
  /** When the last of what it waits for is due; 0 where it can start at once. */
  from: number
  due: number
  /** It is due before what it waits for. */
  tooEarly: boolean
  /** It waits for itself in the end. */
  inCircle: boolean
}

/** The steps in the order in which they can be taken, and when all of them are due. */
export function planOf(steps: readonly StepFragment[]): { planned: Planned[]; total: number } {
  const due = new Map(steps.map((step) => [step.key, step.dueInWorkingHours]))
  const planned = steps.map((step) => {
    const from = Math.max(0, ...step.dependsOn.map((key) => due.get(key) ?? 0))
    const inCircle = waitingFor(steps, step.key).has(step.key)
    return {
      step,
      from,
      due: step.dueInWorkingHours,
      tooEarly: from > 0 && step.dueInWorkingHours <= from,
      inCircle,
    }
  })
  const total = Math.max(0, ...planned.map((one) => one.due))
  return { planned: inOrder(planned), total }
}

/** Each after those it waits for, otherwise as they stand; those of a circle come last. */
function inOrder(planned: readonly Planned[]): Planned[] {
  const known = new Set(planned.map(({ step }) => step.key))
  const done = new Set<string>()
  const sorted: Planned[] = []
  const ready = (one: Planned) =>
    !sorted.includes(one) && one.step.dependsOn.every((key) => done.has(key) || !known.has(key))
  for (let next = planned.find(ready); next; next = planned.find(ready)) {
    sorted.push(next)
    done.add(next.step.key)
  }
  return [...sorted, ...planned.filter((one) => !sorted.includes(one))]
}

function renamed(steps: readonly Step[], from: string, to: string): Step[] {
  if (from === to) return [...steps]
  return steps.map((step) => ({
    ...step,
    dependsOn: step.dependsOn.map((key) => (key === from ? to : key)),
  }))
}

function keysOf(steps: readonly Step[]): string[] {
  return steps.map((step) => step.key)
}
