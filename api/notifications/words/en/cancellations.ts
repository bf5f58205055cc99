/** What the mails about orders that were cancelled say, to each of those who were involved. */
export const cancellations = {
  subject: (number: string) => `Order ${number} was cancelled`,
  preheader: 'What this means for you.',
  heading: 'The order was cancelled',
  unpaid: 'It was not paid in time, so it was cancelled by itself. No work was begun and nothing is owed.',
  byBuyer: (person: string) => `${person} called it off on your side. This is the reason that was given:`,
  byYou: 'You called it off. This is the reason that you gave:',
  byUs: 'We have called it off. This is the reason that our team gives:',
  noResult: 'Nothing on it could be brought to a good end, so it has ended by itself.',
  stops: 'Work on it stops, and links that were sent for it no longer open.',
  neverPaid: 'It was not paid yet, so nothing is owed and nothing goes back.',
  refund: (amount: string) =>
    `All that you paid goes back to you: ${amount}, the way it was paid. A mail of its own tells when it is on its way.`,
  partRefund: (amount: string) =>
    `${amount} of what you paid goes back to you, the way it was paid. A mail of its own tells when it is on its way. The rest pays for the work that was done.`,
  noRefund: 'No money goes back: what you paid is for the work that was done.',
  refundsTold: 'What you had paid for it goes back to you; a mail of its own tells how much.',
  total: 'Total',
  refundLabel: 'Goes back',
  cancelledAt: 'Cancelled on',
  orderAgain: 'See what is on sale',
  recipient: {
    subject: (service: string) => `${service}: nothing more is needed from you`,
    preheader: 'The order has ended.',
    heading: 'You need to do nothing any more',
    intro: (service: string) =>
      `The order that we asked you questions for has ended: ${service}. The form is not needed any more, and its link no longer opens. Thank you for your trouble.`,
  },
  team: {
    subject: (number: string) => `Please stop: order ${number} was cancelled`,
    preheader: 'Your tasks on it have ended.',
    heading: 'Your work on this order has ended',
    byBuyer: 'The buyer has called the order off. This is the reason that was given:',
    byUs: 'An admin has called the order off. This is the reason that was given:',
    other: 'The order has ended.',
    tasks: 'These tasks of yours have ended with it',
  },
  beneficiary: {
    subject: (organisation: string) => `The work for ${organisation} has ended`,
    preheader: 'Nothing more is asked of you.',
    heading: 'The work has ended',
    intro: (buyer: string, organisation: string) =>
      `The order that ${buyer} placed for ${organisation} was cancelled. Work on it stops, and nothing more is asked of you.`,
    ask: (buyer: string) => `If you have a question about it, please ask ${buyer}.`,
  },
}
