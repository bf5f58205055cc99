/** A refusal as the API gave it: its code, words, and the params of that code; `fields` by path for forms. */
export interface RefusalRead {
  code: string
  message: string
  params: Record<string, unknown>
  fields: Record<string, string>
}

interface GraphQLErrorLike {
  message: string
  extensions?: Record<string, unknown>
}

interface ErrorLike {
  message?: string
  graphQLErrors?: readonly GraphQLErrorLike[]
  networkError?: { result?: { errors?: readonly GraphQLErrorLike[] } } | null
  body?: ErrorLike
}

/**
 * Reads the refusal out of whatever a request threw: GraphQL errors that came with status 200, those that came
 * with another status, and both wrapped once more. Anything else is code `UNREACHABLE`.
 */
export function readRefusal(thrown: unknown): RefusalRead {
  const error = thrown as ErrorLike
  const first = errorsOf(error)[0] ?? errorsOf(error?.body)[0]
  if (!first)
    return { code: 'UNREACHABLE', message: error?.message ?? String(thrown), params: {}, fields: {} }
  const { code = 'UNEXPECTED', ...params } = first.extensions ?? {}
  return { code: String(code), message: first.message, params, fields: fieldsOf(params.fields) }
}

function errorsOf(error: ErrorLike | undefined): readonly GraphQLErrorLike[] {
  if (error?.graphQLErrors?.length) return error.graphQLErrors
  return error?.networkError?.result?.errors ?? []
}

function fieldsOf(fields: unknown): Record<string, string> {
  if (!Array.isArray(fields)) return {}
  return Object.fromEntries(fields.map((f: { path: string; message: string }) => [f.path, f.message]))
}
