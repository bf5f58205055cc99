import type { MailContent } from '../platform/mailer/content.js'
import { mailKindOf, mailKinds } from './mail-kinds.js'
import type { Recipient } from './recipient.js'
import { wordsFor } from './words/words.js'

/** The mail; one that its recipient may switch off says in its small print where. `page` is that page's address. */
export function withPreferences<C extends MailContent>(
  content: C,
  { template, to, page }: { template: string; to: Pick<Recipient, 'locale' | 'mailKind'>; page: string },
): C {
  if (!mailKinds[to.mailKind ?? mailKindOf(template)].canBeSwitched) return content
  return { ...content, footerLink: { label: wordsFor(to.locale).common.preferences, href: page } }
}
