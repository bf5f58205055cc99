import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { command } from '../platform/command.js'
import type { Ctx as Context, Tx } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { LinkSession } from './onboarding-inputs.js'
import { redeemOnboardingLink, requestFreshOnboardingLink } from './onboarding-link.js'

/** The token of a mailed link; it is never part of what a command keeps. */
const TOKEN = { description: 'The token of the mailed link.' }

@Resolver()
export class OnboardingLinkResolver {
  @Rights('anyone')
  @Mutation(() => LinkSession, {
    description:
      'Follows a mailed link to an onboarding document: it works once, and opens seven days with that document.',
  })
  redeemOnboardingLink(@Ctx() ctx: Context, @Arg('token', () => String, TOKEN) token: string) {
    return plainly(ctx, 'redeemOnboardingLink', (tx) => redeemOnboardingLink(tx, { token }))
  }

  @Rights('anyone')
  @Mutation(() => Boolean, {
    description: 'Mails a fresh link, in place of one that was used or has expired, to the same address.',
  })
  async requestFreshOnboardingLink(@Ctx() ctx: Context, @Arg('token', () => String, TOKEN) token: string) {
    await plainly(ctx, 'requestFreshOnboardingLink', (tx) => requestFreshOnboardingLink(tx, { token }))
    return true
  }
}

function plainly<T>(ctx: Context, verb: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return command(ctx, { verb, input: {} }, work, async (_ctx, result) => result)
}
