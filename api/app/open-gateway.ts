import type { Gateway } from '../funds/gateway.js'
import { deliverTo, openSandboxGateway } from '../funds/gateways/sandbox/sandbox-gateway.js'
import type { HouseConfig } from '../platform/config.js'
import { APP_ROLE } from '../platform/database.js'

/** The gateway of this house, and the way to end it: the payment provider where one is configured, else play money. */
export async function openGateway(
  config: HouseConfig,
): Promise<{ gateway: Gateway; close(): Promise<void> }> {
  if (config.stripe) {
    // Read only where it is used: it is a large library.
    const { openStripeGateway } = await import('../funds/gateways/stripe/stripe-gateway.js')
    return { gateway: openStripeGateway(config.stripe), close: async () => undefined }
  }
  const sandbox = openSandboxGateway({
    url: config.databaseUrl,
    session: `-c role=${APP_ROLE}`,
    secret: config.authSecret,
    deliver: deliverTo(
      config.services.includes('web') ? `http://localhost:${config.port}` : config.publicUrl,
    ),
  })
  return { gateway: sandbox, close: () => sandbox.close() }
}
