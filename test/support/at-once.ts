import { randomUUID } from 'node:crypto'
import { type Caller, codeOf } from './caller.js'

/** A click: whose, on what, and with which variables. */
export interface Click {
  readonly who: string
  readonly document: string
  readonly variables: Record<string, unknown>
}

/** Everybody clicks in the same moment, with a key of their own. Gives what came of each: a refusal's code, or `done`. */
export async function atOnce(
  world: { as(email: string): Promise<Caller> },
  clicks: readonly Click[],
): Promise<string[]> {
  const callers = await Promise.all(clicks.map(({ who }) => world.as(who)))
  return Promise.all(clicks.map((one, at) => click(callers[at]!, one)))
}

async function click(caller: Caller, one: Click): Promise<string> {
  const code = codeOf(await caller.raw(one.document, { k: randomUUID(), ...one.variables }))
  // On a slow machine whoever comes second may be told that others are at it: they try again.
  return code === 'BUSY' ? click(caller, one) : code
}
