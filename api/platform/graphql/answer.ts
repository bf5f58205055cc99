import type { GraphQLResolveInfo } from 'graphql'
import { command } from '../command.js'
import type { Ctx, Tx } from '../context.js'
import { readMany, readOne, type Row } from '../reading/read.js'
import type { TakenAs } from './args.js'

/**
 * Runs a mutation's verb and reads its answer for the caller: the aggregate it changed, in the caller's selection. Null
 * where the verb took away the caller's own right to see it.
 */
export function answer<A extends TakenAs>(
  ctx: Ctx,
  info: GraphQLResolveInfo,
  args: A,
  verb: (tx: Tx, input: Input<A>) => Promise<string>,
): Promise<Row | null> {
  return answerAs(ctx, info, args, verb, (inside, id) => readOne(inside, info, id))
}

/** The same for a verb that changes several. */
export function answerMany<A extends TakenAs>(
  ctx: Ctx,
  info: GraphQLResolveInfo,
  args: A,
  verb: (tx: Tx, input: Input<A>) => Promise<string[]>,
): Promise<Row[]> {
  return answerAs(ctx, info, args, verb, (inside, ids) => readMany(inside, info, ids))
}

/** The same for a verb whose answer is a plain value. */
export function answerValue<A extends TakenAs, T>(
  ctx: Ctx,
  info: GraphQLResolveInfo,
  args: A,
  verb: (tx: Tx, input: Input<A>) => Promise<T>,
): Promise<T> {
  return answerAs(ctx, info, args, verb, async (_inside, value) => value)
}

/** A verb's own input: the arguments without those that only say how it is to be taken. */
export type Input<A> = Omit<A, keyof TakenAs>

/** The same for an answer that is read in a way of its own: `read` makes it of what the verb gave. */
export function answerAs<A extends TakenAs, T, R>(
  ctx: Ctx,
  info: GraphQLResolveInfo,
  args: A,
  verb: (tx: Tx, input: Input<A>) => Promise<T>,
  read: (ctx: Ctx, result: T) => Promise<R>,
): Promise<R> {
  const { idempotencyKey, expectedVersion, dryRun, ...input } = args
  return command(
    ctx,
    { verb: info.fieldName, input, idempotencyKey, expectedVersion, dryRun },
    (tx) => verb(tx, input),
    read,
  )
}
