import { randomUUID } from 'node:crypto'
import type { Caller, GraphqlError } from './caller.js'
import type { World } from './world.js'

/** Somebody by their address, or a caller as they are: one with a link's token. */
export type Who = string | Caller

/** A verb's variables with a fresh key. */
export function keyed(variables: Record<string, unknown>): Record<string, unknown> {
  return { k: randomUUID(), ...variables }
}

/** How the verbs of a trade are taken, by the short names that its documents have. */
export function takingOf<Verb extends string, Seen = Record<string, unknown>>(
  documents: Readonly<Record<Verb, string>>,
) {
  const callerOf = (world: World, who: Who) => (typeof who === 'string' ? world.as(who) : who)
  return {
    /** Takes a verb with a fresh key; its result, and what it set going, is there when the world has settled. */
    take: async (world: World, who: Who, verb: Verb, variables: Record<string, unknown>): Promise<Seen> => {
      const caller = await callerOf(world, who)
      const answer = await caller.ask<Record<string, Seen>>(documents[verb], keyed(variables))
      await world.settled()
      return Object.values(answer)[0]!
    },
    /** What a verb is refused with. */
    refusal: async (
      world: World,
      who: Who,
      verb: Verb,
      variables: Record<string, unknown>,
    ): Promise<GraphqlError['extensions']> =>
      (await callerOf(world, who)).refused(documents[verb], keyed(variables)),
  }
}
