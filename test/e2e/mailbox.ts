import { textAsShown } from '../../api/notifications/texts/text-room.js'
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

/** The address in the newest text to a number, once one was taken. */
export async function linkInText(world: World, phone: string): Promise<string> {
  await world.settled()
  const texts = await world.rows<{ body: string; sealed: string | null }>(
    'select body, sealed_token as sealed from texts where to_number = $1 order by queued_at, id',
    [phone],
  )
  const last = texts.at(-1)
  const link = last && /https?:\/\/\S+/.exec(textAsShown(last.body, last.sealed, true) ?? '')?.[0]
  if (!link) throw new Error(`No link in a text to ${phone}: ${last?.body}`)
  return link
}
