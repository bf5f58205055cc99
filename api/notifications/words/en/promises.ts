/** What the mails about promises of ours say, to the team. */
export const promises = {
  atRisk: {
    subject: (number: string) => `At risk: the invitation to talk with us, order ${number}`,
    preheader: (until: string) => `It has to be out by ${until}.`,
    heading: 'A promise is about to break',
    intro:
      'Whoever buys is told within 24\u00A0hours of the payment how to talk with us. No mail server has taken that mail yet.',
    todo: 'Look at the mail and send it again, or correct its address. The promise is kept when a mail server takes it.',
  },
  broken: {
    subject: (number: string) => `Broken: the invitation to talk with us, order ${number}`,
    preheader: (until: string) => `It should have been out by ${until}.`,
    heading: 'A promise is broken',
    intro:
      'Whoever buys is told within 24\u00A0hours of the payment how to talk with us. That time is over, and no mail server has taken that mail.',
    todo: 'Please write to the buyer now, and see that the mail goes out. Late stays late, but it must not stay undone.',
  },
  promise: 'Promise',
  communication: 'Invitation to talk with our team',
  buyer: 'Buyer',
  since: 'Since',
  until: 'Until',
  mail: 'The mail',
  mailStates: {
    NONE: 'was not written',
    QUEUED: 'waits to be taken',
    TAKEN: 'was taken',
    BOUNCED: 'came back: the address does not take it',
    FAILED: 'was given up after many tries',
  } as Readonly<Record<string, string>>,
  answer: 'The mail server said',
  open: 'Open the order',
}
