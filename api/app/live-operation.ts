import {
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import type { Ctx, House } from '../platform/context.js'
import { type CallerLimits, IN_VAIN } from './caller-limits.js'
import type { Connection, Connections } from './connections.js'
import { publicError } from './error-edge.js'
import { callerCtx, type WhoAsks } from './graphql-server.js'
import { askedFor, type KnownOperations } from './known-operations.js'
import { costOf } from './limits.js'
import type { ReadDocument } from './live-documents.js'
import { readsSchema } from './schema-readers.js'
import { schema } from './schema.js'

/** What serving live operations takes. */
export interface LiveParts {
  readonly house: House
  readonly whoAsks: WhoAsks
  readonly limits: CallerLimits
  readonly known: KnownOperations
  readonly connections: Connections
  readonly readDocument: ReadDocument
}

/** The operation ready to run, or what is wrong with it: read, judged and paid for by the same rules as over HTTP. */
export async function lookedOver(
  { house, limits, known, readDocument }: LiveParts,
  connection: Connection,
  asked: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const of = schema({ sandbox: house.config.mode === 'sandbox' })
  const { operationName, variables: variableValues } = asked
  const contextValue = connectionCtx(house, connection)
  let operation: OperationDefinitionNode | undefined | null
  try {
    await limits.take(contextValue, 0) // who has nothing left is not even read
    const { text, hash } = await askedFor(known, asked)
    const document = await readDocument(text, readsSchema(house, connection.viewer))
    if (!('kind' in document)) return document
    operation = getOperationAST(document, operationName)
    if (operation) await limits.take(contextValue, costOf(of, document, operation))
    if (hash) await known.set(hash, text)
    return { schema: of, document, operationName, variableValues, contextValue }
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  } finally {
    if (!operation) await limits.fine(contextValue, IN_VAIN)
  }
}

/** Errors as a connection's caller may see them. */
export function shownErrors(
  house: House,
  { viewer }: Pick<Connection, 'viewer'>,
  errors: readonly (GraphQLError | GraphQLFormattedError)[],
): GraphQLFormattedError[] {
  const reads = readsSchema(house, viewer)
  return errors.map((e) => publicError(house.log, e instanceof GraphQLError ? e.toJSON() : e, e, reads))
}

/** The context of one connection: its viewer is looked up again from time to time, and every event is read for who they are now. */
function connectionCtx(house: House, connection: Connection): Ctx {
  return Object.defineProperty<Ctx>(callerCtx(house, connection.viewer, connection.address), 'viewer', {
    get: () => connection.viewer,
  })
}
