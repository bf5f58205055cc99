import { button, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { email } from '../email.js'

/** To somebody who asked to sign in by mail. `page` is where the link leads, with the slot for its secret. */
export const signInLink = email<{ readonly page: string }>(
  'sign-in-link',
  ({ page }, to) => {
    const { signIn: w } = to.words.people
    const { common } = to.words
    return {
      subject: w.subject,
      preheader: w.preheader,
      why: common.why.signIn,
      blocks: [heading(w.heading), to.hello, paragraph(w.intro), button(w.open, page), quiet(common.ownLink)],
    }
  },
  (is) => [{ facts: { page: is.signInPage }, to: is.buyer }],
)
