/** What the mails about disputes say, to both sides and to the team that decides. */
export const disputes = {
  facts: {
    reason: 'Reason',
    held: 'Held for it',
    respondBy: 'Answer by',
    openedAt: 'Opened on',
    until: 'Refunded by itself on',
  },
  reasons: {
    NOT_PERFORMED: 'It was not run, or only a small part of it',
    NOT_AS_AGREED: 'What was run is not what was agreed',
    WRONG_DATES: 'It ran on other days than agreed',
    WRONG_PLACEMENT: 'It ran in another place than agreed',
    UNAPPROVED_CREATIVE: 'It ran with creatives that were not the approved ones',
  } as Readonly<Record<string, string>>,
  open: 'Open the dispute',
  opened: {
    subject: (number: string) => `Order ${number}: your dispute is open`,
    preheader: 'What happens now, and by when.',
    heading: 'Your dispute is open',
    intro: (channel: string) =>
      `We have your dispute with ${channel}. The money stays where it is until it is decided.`,
    next: 'What happens now',
    answer: (channel: string, until: string) => ({
      about: `${channel} answers`,
      text: `They have until ${until} to say how they see it. If they don’t, we go on without their answer.`,
    }),
    decide: {
      about: 'Our team decides',
      text: 'Somebody who has not worked on this order looks at what both sides say and show. You get their decision with its reasons.',
    },
    evidence: {
      about: 'You can add to it',
      text: 'Files and statements can be added until it is decided. You can also withdraw the dispute, but open no second one.',
    },
    channelSubject: (number: string, buyer: string) =>
      `Order ${number}: ${buyer} has opened a dispute, please answer`,
    channelPreheader: (until: string) => `Your answer is due by ${until}.`,
    channelHeading: 'A dispute was opened',
    channelIntro: (buyer: string, pkg: string) =>
      `${buyer} says that ${pkg} was not done as agreed. These are their words:`,
    channelIntroSilent: (buyer: string, pkg: string) => `${buyer} says that ${pkg} was not done as agreed.`,
    channelNext: (until: string) =>
      `Say how you see it by ${until}, and show what supports it. If we hear nothing from you, our team decides by what it has.`,
    frozen: 'The money stays where it is until our team has decided.',
    respond: 'Answer the dispute',
    teamSubject: (number: string) => `A dispute to decide: order ${number}`,
    teamPreheader: (until: string) => `The channel has until ${until} to answer.`,
    teamHeading: 'A dispute was opened',
    teamIntro: (buyer: string, channel: string, pkg: string) =>
      `${buyer} disputes ${pkg} with ${channel}. Whoever has not worked on the order may decide it: release, refund or split, with reasons. These are the words it was opened with:`,
  },
  asked: {
    subject: (number: string) => `Order ${number}: we need to know something about the dispute`,
    preheader: (until: string) => `Please answer by ${until}.`,
    heading: 'We have a question for you',
    intro: 'Before our team can decide on the dispute, it asks you this:',
    introSilent: 'Before our team can decide on the dispute, it has a question for you.',
    after: (until: string) =>
      `Please answer by ${until}. If we hear nothing, our team decides by what it has.`,
    answer: 'Answer the question',
    otherSubject: (number: string, asked: string) =>
      `Order ${number}: we have asked ${asked} something about the dispute`,
    otherPreheader: 'You need to do nothing.',
    otherHeading: 'The dispute waits for an answer',
    otherIntro: (asked: string, until: string) =>
      `Our team has asked ${asked} something, and waits for the answer until ${until}. You need to do nothing; our team goes on after that.`,
  },
  withdrawn: {
    subject: (number: string) => `Order ${number}: the dispute was withdrawn`,
    preheader: 'What becomes of the money.',
    heading: 'The dispute was withdrawn',
    buyer: 'The dispute was withdrawn on your side. A second one about this order is not possible.',
    channel: (buyer: string) =>
      `${buyer} has withdrawn the dispute. A second one about this order is not possible.`,
    releaseAt: 'Released by itself on',
    money: (until: string, channel: string) =>
      `The money goes to ${channel} by itself on ${until}, or before if it is released.`,
    moneyYou: (until: string) => `The money goes to you by itself on ${until}, or before if it is released.`,
  },
  resolved: {
    subject: (number: string) => `Order ${number}: the dispute is decided`,
    preheader: 'What was decided, and why.',
    heading: 'The dispute is decided',
    buyer: {
      RELEASE: (channel: string) => `The money is released to ${channel}. Nothing goes back.`,
      REFUND: 'All of the money goes back to you.',
      SPLIT: (channel: string) => `A part of the money goes back to you, the rest goes to ${channel}.`,
    },
    channel: {
      RELEASE: 'The money is released to you.',
      REFUND: (buyer: string) => `All of the money goes back to ${buyer}.`,
      SPLIT: (buyer: string) => `A part of the money goes back to ${buyer}, the rest goes to you.`,
    },
    byUs: 'Our team has looked at what both sides say and show, and has decided:',
    byItself:
      'The dispute was not decided within 30\u00A0days. Then our rule is that the money goes back. We are sorry that it took us so long.',
    reasons: 'This is why',
    final: 'The order is closed with this.',
    decidedAt: 'Decided on',
    headingByItself: 'The dispute has ended',
    subjectByItself: (number: string) => `Order ${number}: the dispute has ended`,
    preheaderByItself: 'The money goes back.',
    endedAt: 'Ended on',
  },
  undecided: {
    subject: (number: string, until: string) =>
      `Undecided: the dispute about order ${number} ends by itself on ${until}`,
    preheader: 'All of the money goes back then.',
    heading: 'A dispute waits for a decision',
    intro: (until: string) =>
      `Nobody has decided this dispute yet. If nobody does, all of the money goes back to the buyer by itself on ${until}.`,
    todo: 'Whoever has not worked on the order: please decide it.',
  },
}
