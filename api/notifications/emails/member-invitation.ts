import { button, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { InvitationFacts } from '../facts.js'

/** To somebody who was invited to be a member of an organisation. */
export const memberInvitation = email<InvitationFacts>(
  'member-invitation',
  (invitation, to) => {
    const { member: w } = to.words.people
    const { common } = to.words
    return {
      subject: w.subject(invitation.inviter),
      preheader: w.preheader(invitation.organisation),
      why: common.why.invited,
      blocks: [
        heading(w.heading(invitation.organisation)),
        to.hello,
        paragraph(w.intro(invitation.inviter, invitation.organisation)),
        paragraph(invitation.role === 'OWNER' ? w.owner : w.member),
        button(w.accept, to.pages.invitationLink),
        quiet(common.ownLink),
      ],
    }
  },
  (is) => [
    { facts: is.member, to: is.client },
    { variant: 'member', facts: { ...is.member, role: 'MEMBER' }, to: is.client },
  ],
)
