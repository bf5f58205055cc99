import type { MailContent } from '../platform/mailer/content.js'
import { mailKindOf, mailKinds } from './mail-kinds.js'
import { wordsFor } from './words/words.js'

/** The mail; one that its recipient may switch off says in its small print where. `page` is that page's address. */
export function withPreferences(
  content: MailContent,
  { template, locale, page }: { template: string; locale: string; page: string },
): MailContent {
  if (!mailKinds[mailKindOf(template)].canBeSwitched) return content
  return { ...content, footerLink: { label: wordsFor(locale).common.preferences, href: page } }
}
