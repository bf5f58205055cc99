import { compose, type Composed, type Email } from '../email.js'
import type { Recipient } from '../recipient.js'
import { withPreferences } from '../with-preferences.js'
import { sampleWorld } from './sample-world.js'

/** One sample of a kind of mail, written. */
export interface ShownSample {
  readonly template: string
  /** What is special about it; empty for the kind's first. */
  readonly variant: string
  readonly to: Recipient
  readonly content: Composed
}

/** Every sample of a kind of mail in a locale, written by what writes the real ones. */
export function samplesOf<F>(mail: Email<F>, locale: string, publicUrl: string): ShownSample[] {
  return mail.samples(sampleWorld(locale, publicUrl)).map(({ variant = '', facts, to }) => ({
    template: mail.template,
    variant,
    to,
    content: withPreferences(compose(mail, facts, to, publicUrl), {
      template: mail.template,
      to,
      page: `${publicUrl}/portal/preferences`,
    }),
  }))
}
