import { button, facts, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { InvitationFacts } from '../facts.js'

/** To somebody who was invited into the team. */
export const staffInvitation = email<InvitationFacts>(
  'staff-invitation',
  (invitation, to) => {
    const { staff: w } = to.words.people
    const { common } = to.words
    return {
      subject: w.subject,
      preheader: w.preheader,
      why: common.why.invited,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(invitation.inviter)),
        facts([
          [w.roles, invitation.roles.map((role) => w.roleNames[role] ?? role).join(', ')],
          [w.skills, invitation.skills.join(', ')],
        ]),
        button(w.accept, to.pages.invitationLink),
        quiet(common.ownLink),
      ],
    }
  },
  (is) => [{ facts: is.staff, to: is.assignee }],
)
