import { namedType, type SchemaDescription } from './schema-description.js'

type Values = Record<string, unknown>

/**
 * A list's filter values as the API's `where`, read from the schema: a value that the input takes whole stays,
 * a plain value or a list becomes `{ in: […] }` or `{ eq: … }`. Keys that the input does not know are left out.
 */
export function toWhere(schema: SchemaDescription, inputType: string, values: Values): Values | undefined {
  const fields = schema.inputs[namedType(inputType)] ?? {}
  const entries = Object.entries(values)
    .filter(([key, value]) => fields[key] !== undefined && !isEmpty(value))
    .map(([key, value]) => [key, condition(schema, namedType(fields[key] ?? ''), value)])
  return entries.length ? Object.fromEntries(entries) : undefined
}

function condition(schema: SchemaDescription, type: string, value: unknown): unknown {
  const operators = schema.inputs[type]
  if (!operators || isObject(value)) return value
  if (operators.in) return { in: Array.isArray(value) ? value : [value] }
  return operators.eq ? { eq: value } : value
}

/** A list's sort as the API's `sort`; nothing where the API cannot sort by that field. */
export function toSort(
  schema: SchemaDescription,
  inputType: string,
  sort: { field: string; order: string } | undefined,
): Values[] | undefined {
  const names = schema.enums[namedType(schema.inputs[namedType(inputType)]?.field ?? '')] ?? []
  const field = names.find((name) => plain(name) === plain(sort?.field ?? ''))
  return field ? [{ field, direction: sort?.order === 'ASC' ? 'ASC' : 'DESC' }] : undefined
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase()
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
