import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { Refusal } from '../lib/refusal.js'
import type { Log } from '../platform/log.js'

/** Codes that GraphQL itself gives to what the caller got wrong: safe to show as they are. */
const CALLERS_FAULT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
])

/**
 * An error as the caller may see it: a refusal with its code and parameters, GraphQL's own complaints as they are (less
 * what they tell of the schema to who may not read it), and anything unexpected masked behind a reference that stands
 * in the log too.
 */
export function publicError(
  log: Log,
  formatted: GraphQLFormattedError,
  thrown: unknown,
  readsSchema: boolean,
): GraphQLFormattedError {
  const cause = rootCause(thrown)
  const { path, locations } = formatted
  if (cause instanceof Refusal)
    return { message: cause.message, path, locations, extensions: { code: cause.code, ...cause.params } }
  const code = codeOf(formatted, thrown)
  const unexpected = cause instanceof Error && !(cause instanceof GraphQLError)
  if (!unexpected && (CALLERS_FAULT.has(code) || code === ''))
    return {
      message: readsSchema ? formatted.message : formatted.message.replace(/ ?Did you mean .+\?$/s, ''),
      path,
      locations,
      extensions: { code: code || 'BAD_REQUEST' },
    }
  const reference = randomUUID()
  log.error({ err: cause, reference, path }, 'unexpected error')
  return {
    message: `Something went wrong on our side. Reference: ${reference}.`,
    path,
    locations,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  }
}

/** The server has no code of its own for some of what it answers with 400: a hash that is not its text's, for example. */
function codeOf({ extensions }: GraphQLFormattedError, thrown: unknown): string {
  const http = thrown instanceof GraphQLError ? thrown.extensions['http'] : undefined
  const code = extensions?.['code'] as string | undefined
  const unnamed = code === 'INTERNAL_SERVER_ERROR' && http?.status === 400
  return unnamed ? '' : (code ?? '')
}

function rootCause(thrown: unknown): unknown {
  let at = thrown
  while (at instanceof GraphQLError && at.originalError) at = at.originalError
  return at
}
