import { PATIENCE } from '../support/browser.js'
import type { World } from '../support/world.js'

/** The address that the newest mail of a template leads to, once the mail has arrived. */
export async function linkIn(world: World, email: string, template: string): Promise<string> {
  const last = performance.now() + PATIENCE
  for (;;) {
    const mails = await world.inbox(email)
    const link = mails
      .findLast((mail) => mail.template === template)
      ?.links.find((one) => one.includes('#token='))
    if (link) return link
    if (performance.now() > last)
      throw new Error(
        `No link in ${template} to ${email}; there: ${mails.map((mail) => mail.template).join(', ')}`,
      )
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
