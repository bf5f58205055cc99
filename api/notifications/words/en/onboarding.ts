/** What the mails about onboarding documents say. */
export const onboarding = {
  request: {
    subject: (service: string) => `${service}: please answer a few questions so that we can begin`,
    preheader: (order: string) => `Order ${order} waits for your answers.`,
    heading: (service: string) => `We need something from you for ${service}`,
    intro: (buyer: string, service: string) =>
      `${buyer} has ordered ${service}. Before our team can begin, we need the answers and files of a short form, and you were chosen to give them.`,
    introOwn: (service: string) =>
      `You have ordered ${service}. Before our team can begin, we need the answers and files of a short form.`,
    files: 'Have these files at hand',
    how: 'You can save the form and come back to it. Nothing is checked before you submit it.',
    afterwards:
      'Then our admin team checks what you sent. If all is well, the work is given to the right people; if something is missing, we write to you and say exactly what.',
    open: 'Open the form',
  },
  reminder: {
    subject: (service: string) => `Reminder: ${service} waits for your answers`,
    preheader: 'The work begins once the form is in.',
    heading: 'The form is still open',
    intro: (service: string, since: string) =>
      `We asked you on ${since} for the answers and files for ${service}. We can’t begin without them.`,
    introChanges: (service: string, since: string) =>
      `On ${since} we sent the form for ${service} back to you because something in it has to change. We can’t go on until it comes back.`,
    kept: 'Whatever you have saved is still there.',
    open: 'Go on with the form',
  },
  approved: {
    subject: (service: string) => `${service}: your onboarding is approved`,
    preheader: 'Our team starts on the work.',
    heading: 'All is well: the work begins',
    intro: (service: string) =>
      `Our admin team has checked and approved what was sent for ${service}. The tasks now go to the people of our fulfilment team who do this best.`,
    none: 'There is nothing more to send. If a question comes up, somebody of the team asks on the order’s page.',
    noneRecipient: 'There is nothing more to send. If a question comes up, you get a mail.',
    approvedAt: 'Approved on',
  },
  changes: {
    subject: (service: string) => `${service}: something in your onboarding form has to change`,
    preheader: (count: number) => (count === 1 ? 'One point to put right.' : `${count} points to put right.`),
    heading: 'Something has to change first',
    headingReopened: 'A question has come up',
    intro: (service: string) =>
      `Thank you for the form for ${service}. Our admin team has looked at it, and this has to be put right before the work can begin:`,
    introReopened: (service: string) =>
      `We thought that we had everything for ${service}. Now our admin team needs this before the work can go on:`,
    introReopenedCopy: (service: string, person: string) =>
      `We thought that we had everything for ${service}. Now our admin team has asked ${person} for this:`,
    introCopy: (service: string, person: string) =>
      `Our admin team has looked at the form for ${service} and sent it back to ${person}, who was asked to put this right:`,
    whole: 'The form as a whole',
    kept: 'All your answers are still there; each point is shown where it belongs. Submit the form again and we check it again.',
    open: 'Put it right',
  },
  submitted: {
    subject: (service: string, beneficiary: string) => `To verify: ${service} for ${beneficiary}`,
    preheader: (order: string) => `Order ${order}: an onboarding document came in.`,
    heading: 'An onboarding document came in',
    intro:
      'It waits to be checked. Claim it to begin; approve it to set the tasks going, or send it back and say what has to change.',
    again: 'It was sent back before and has come in again.',
    submittedAt: 'Submitted',
    revision: 'Revision',
    open: 'Verify it',
  },
  freshLink: {
    subject: (service: string) => `Your fresh link to the form for ${service}`,
    preheader: 'The earlier one is not needed any more.',
    heading: 'Here is a fresh link',
    intro: (service: string) =>
      `A fresh link to the form for ${service} was asked for. It comes to this address only.`,
    open: 'Open the form',
  },
  recipientChanged: {
    subject: (service: string) => `${service}: you need to do nothing any more`,
    preheader: 'Somebody else answers the questions.',
    heading: 'Somebody else takes care of it',
    intro: (service: string) =>
      `Somebody else was chosen to answer our questions for ${service}, so you need to do nothing any more, and links that were sent to you no longer open.`,
  },
  waived: {
    subject: (service: string) => `${service}: the form is not needed after all`,
    preheader: 'Our team starts on the work without it.',
    heading: 'We can do without the form',
    intro: (service: string) =>
      `Our admin team does without the form for ${service}. The tasks now go to the people of our fulfilment team who do this best.`,
    reason: 'This is the reason that our team gives:',
    none: 'There is nothing to send, and links to the form no longer open. If a question comes up, somebody of the team asks on the order’s page.',
    noneRecipient:
      'There is nothing to send, and links to the form no longer open. If a question comes up, you get a mail.',
    waivedAt: 'Decided on',
  },
}
