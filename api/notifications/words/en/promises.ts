/** What the mails about promises of ours say, to the team. */
export const promises = {
  atRisk: {
    subject: (number: string) => `At risk: the invitation to talk with us, order ${number}`,
    preheader: (until: string) => `It has to be out by ${until}.`,
    heading: 'A promise is about to break',
    intro:
      'Whoever buys is told within 24\u00A0hours of the payment how to talk with us. No mail server has taken that mail yet.',
    todo: 'Look at the mail and send it again, or correct its address. The promise is kept when a mail server takes it.',
    answerSubject: (number: string) => `At risk: an answer on order ${number}`,
    answerPreheader: (until: string) => `It has to be there by ${until}.`,
    answerIntro:
      'Somebody waits for us on the activity feed. We answer there within 10 to 20\u00A0minutes, and half of that is over.',
    answerTodo:
      'Please answer now, on the feed. The card with the current state is no answer, and a note for the team is none either.',
  },
  broken: {
    subject: (number: string) => `Broken: the invitation to talk with us, order ${number}`,
    preheader: (until: string) => `It should have been out by ${until}.`,
    heading: 'A promise is broken',
    intro:
      'Whoever buys is told within 24\u00A0hours of the payment how to talk with us. That time is over, and no mail server has taken that mail.',
    todo: 'Please write to the buyer now, and see that the mail goes out. Late stays late, but it must not stay undone.',
    answerSubject: (number: string) => `Broken: an answer on order ${number}`,
    answerPreheader: (until: string) => `It should have been there by ${until}.`,
    answerIntro:
      'Somebody waits for us on the activity feed. We answer there within 20\u00A0minutes at most; that time is over, and nobody has.',
    answeredIntro: (moment: string) =>
      `Somebody waited for us on the activity feed. We answer there within 20\u00A0minutes at most; the answer came only on ${moment}.`,
    answerTodo: 'Please answer now, on the feed, and say that we are late. Late stays late.',
  },
  promise: 'Promise',
  reply: 'Answer on the activity feed',
  asked: 'Asked',
  askedAs: {
    MESSAGE: (author: string) => `by ${author}, a message`,
    QUESTION: (author: string) => `by ${author}, a question`,
    STATUS_REQUEST: (author: string) => `by ${author}, how it stands`,
  },
  writeReply: 'Answer now',
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
