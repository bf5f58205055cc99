import { isAcceptable } from '../files/accepted-types.js'
import type { FieldProblem } from '../lib/refusal.js'
import type { RequiredCreative } from './required-creative.js'
import type { ServiceDetails } from './service-problems.js'
import { repeats, textProblems } from './text-problems.js'

/** What a version of a package asks of its buyer and promises. */
export interface PackageContent {
  readonly requiredCreatives: readonly RequiredCreative[]
  readonly terms: string
  /** The campaign's first and last day, as YYYY-MM-DD. */
  readonly startsOn: string
  readonly endsOn: string
}

/** All of a package: what it is called, says and costs, and its version. */
export type PackageDetails = Omit<ServiceDetails, 'flow'> & PackageContent

/** Most assets of a package. */
export const MOST_CREATIVES = 20

const KEY = /^[a-z][A-Za-z0-9]{0,39}$/

/** What a version says as it is kept: texts without edges, each type once. */
export function tidyContent({ requiredCreatives, terms, startsOn, endsOn }: PackageContent): PackageContent {
  return {
    requiredCreatives: requiredCreatives.map(({ key, label, instructions, required, types }) => ({
      key: key.trim(),
      label: label.trim(),
      instructions: instructions.trim(),
      required,
      types: [...new Set(types.map((type) => type.trim()))],
    })),
    terms: terms.trim(),
    startsOn,
    endsOn,
  }
}

/**
 * What stands against a version of a package, each problem at its path. With `today`, the
 * channel's, the campaign may not be over.
 */
export function contentProblems(content: PackageContent, today: string | undefined): FieldProblem[] {
  return [
    ...creativesProblems(content.requiredCreatives),
    ...textProblems('terms', content.terms, { most: 10_000, lines: true }),
    ...dateProblems(content, today),
  ]
}

function dateProblems({ startsOn, endsOn }: PackageContent, today: string | undefined): FieldProblem[] {
  if (endsOn < startsOn) return [{ path: 'endsOn', message: 'not before the campaign starts' }]
  return today !== undefined && endsOn < today
    ? [{ path: 'endsOn', message: `today, ${today}, or later` }]
    : []
}

function creativesProblems(creatives: readonly RequiredCreative[]): FieldProblem[] {
  const twice = new Set(repeats(creatives.map(({ key }) => key.trim())))
  return [
    ...(creatives.length > MOST_CREATIVES
      ? [{ path: 'requiredCreatives', message: `at most ${MOST_CREATIVES}` }]
      : []),
    ...creatives.flatMap((creative, i) => creativeProblems(`requiredCreatives.${i}`, creative, twice.has(i))),
  ]
}

function creativeProblems(path: string, creative: RequiredCreative, keyTwice: boolean): FieldProblem[] {
  const { key, label, instructions, types } = creative
  const keyMessage = keyTwice
    ? 'a key that no other creative has'
    : KEY.test(key.trim())
      ? undefined
      : 'a small letter, then letters and digits: 40 at most'
  const unknown = types.filter((type) => !isAcceptable(type))
  return [
    ...(keyMessage ? [{ path: `${path}.key`, message: keyMessage }] : []),
    ...textProblems(`${path}.label`, label, { most: 120 }),
    ...textProblems(`${path}.instructions`, instructions, { least: 0, most: 1000, lines: true }),
    ...(unknown.length
      ? [
          {
            path: `${path}.types`,
            message: `types that can be uploaded; not ${unknown.join(', ').slice(0, 200)}`,
          },
        ]
      : []),
  ]
}
