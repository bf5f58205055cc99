import { registerEnumType } from 'type-graphql'
import { refusalCodes } from '../../lib/refusal.js'

/** A GraphQL enum from a table of values with their meanings, such as a machine's states. */
export function enumOf<const V extends Record<string, string>>(
  name: string,
  description: string,
  values: V,
): { readonly [K in keyof V]: K } {
  const members = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as {
    readonly [K in keyof V]: K
  }
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([key, text]) => [key, { description: text }]),
  )
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as never })
  return members
}

export const RefusalCodes = enumOf(
  'RefusalCode',
  'Every reason for which an expected mistake is refused: `extensions.code` of an error.',
  refusalCodes,
)
export const CountPrecision = enumOf(
  'CountPrecision',
  'Whether a count is exact or was given up at the cap.',
  {
    EXACT: 'So many there are.',
    AT_LEAST: 'There are more than this; counting stopped.',
  },
)
export const SortDirection = enumOf('SortDirection', 'Which end comes first.', {
  ASC: 'The smallest, earliest or first letter first.',
  DESC: 'The largest, latest or last letter first.',
})
