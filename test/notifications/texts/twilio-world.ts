import { openWorld, type World } from '../../support/world.js'
import { textsAtRest } from './text-world.js'
import { openTwilioServer, type TwilioServer } from './twilio-server/twilio-server.js'

/** A world whose texts go through our small Twilio, reports and answers included. */
export interface TwilioWorld {
  readonly world: World
  readonly twilio: TwilioServer
  /** Waits until nothing is on its way, neither here nor there. */
  quiet(): Promise<void>
  close(): Promise<void>
}

export async function openTwilioWorld(): Promise<TwilioWorld> {
  const twilio = await openTwilioServer()
  const world = await openWorld({
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: twilio.from,
    TWILIO_API_BASE: twilio.base,
    LOG_LEVEL: 'silent',
  })
  return {
    world,
    twilio,
    async quiet() {
      await textsAtRest(world)
      await twilio.reports.quiet()
      await world.settled()
    },
    close: async () => {
      try {
        await world.close()
      } finally {
        await twilio.close()
      }
    },
  }
}
