/** What the mails say about campaigns that are to end early, and about deadlines that were moved. */
export const agreements = {
  proposed: {
    subject: (number: string, by: string) => `Order ${number}: ${by} proposes to cancel the campaign`,
    preheader: (until: string) => `Please answer by ${until}.`,
    heading: 'A proposal to cancel',
    intro: (by: string, pkg: string) => `${by} would like to end ${pkg} early and gives this reason:`,
    introSilent: (by: string, pkg: string) => `${by} would like to end ${pkg} early.`,
    refundToYou: 'You would get back',
    refundTo: (buyer: string) => `${buyer} would get back`,
    restToYou: 'You would get',
    answerBy: 'Answer by',
    asked: (until: string) =>
      `Agree, and the campaign ends with this split of the money. Refuse, and it goes on as before. If there is no answer by ${until}, the proposal lapses and the campaign goes on, too.`,
    answer: 'Agree or refuse',
    copySubject: (number: string) => `Order ${number}: your proposal to cancel is with the other side`,
    copyPreheader: (until: string) => `They have until ${until}.`,
    copyHeading: 'Your proposal is with them',
    copyIntro: (person: string, other: string) =>
      `${person} has proposed to ${other} to end the campaign early, for this reason:`,
    copyIntroYou: (other: string) =>
      `You have proposed to ${other} to end the campaign early, for this reason:`,
    copyIntroSilent: (other: string) => `It was proposed to ${other} on your side to end the campaign early.`,
    copyNext: (other: string, until: string) =>
      `${other} can agree or refuse until ${until}. You get a mail when they do; if they don’t answer, the proposal lapses and the campaign goes on.`,
  },
  answered: {
    subject: {
      AGREED: (number: string) => `Order ${number}: the campaign is cancelled, as both sides agreed`,
      REFUSED: (number: string) => `Order ${number}: the campaign goes on, the proposal was refused`,
      LAPSED: (number: string) => `Order ${number}: the campaign goes on, the proposal has lapsed`,
      OVERTAKEN: (number: string) =>
        `Order ${number}: the campaign was marked complete, the proposal has lapsed`,
    },
    preheader: {
      AGREED: 'What becomes of the money.',
      REFUSED: 'Nothing has changed.',
      LAPSED: 'Nothing has changed.',
      OVERTAKEN: 'Nothing goes back for it.',
    },
    heading: {
      AGREED: 'The campaign is cancelled',
      REFUSED: 'The campaign goes on',
      LAPSED: 'The campaign goes on',
      OVERTAKEN: 'The proposal has lapsed',
    },
    intro: {
      AGREED: (by: string, other: string, pkg: string) =>
        `${by} proposed to end ${pkg} early, and ${other} has agreed. Work on it stops.`,
      REFUSED: (by: string, other: string, pkg: string) =>
        `${by} proposed to end ${pkg} early, and ${other} has refused. It goes on as agreed.`,
      LAPSED: (by: string, _other: string, pkg: string) =>
        `${by} proposed to end ${pkg} early, and there was no answer. The proposal has lapsed, and the campaign goes on as agreed.`,
      OVERTAKEN: (by: string, _other: string, pkg: string) =>
        `${by} proposed to end ${pkg} early. Meanwhile the campaign was marked complete, so the proposal has lapsed without an answer, and nothing goes back for it.`,
    },
    talk: 'If you cannot agree, write to our team on the campaign’s page: we help.',
  },
  cancelled: {
    subject: (number: string) => `Order ${number}: the campaign was cancelled`,
    preheader: 'What becomes of the money.',
    heading: 'The campaign was cancelled',
    byUs: (pkg: string) => `We have ended ${pkg}. This is the reason that our team gives:`,
    byUsSilent: (pkg: string) => `We have ended ${pkg}.`,
    unpaid: (pkg: string, until: string) =>
      `The payment for ${pkg} was refused and not made again by ${until}, so the campaign has ended by itself. Nothing is owed.`,
    unpaidChannel: (pkg: string, until: string, buyer: string) =>
      `The payment for ${pkg} was refused, and ${buyer} did not pay again by ${until}. The campaign has ended by itself.`,
    stop: 'Please stop whatever you had begun for it.',
    cancelledAt: 'Cancelled on',
  },
  money: {
    refundToYou: 'Goes back to you',
    refundTo: (buyer: string) => `Goes back to ${buyer}`,
    restToYou: 'Goes to you',
    told: 'You get another mail when this money is on its way to you.',
  },
  extended: {
    subject: (number: string) => `Order ${number}: a deadline was moved`,
    preheader: (until: string) => `It is now ${until}.`,
    heading: 'A deadline was moved',
    acceptance: (channel: string, until: string) =>
      `Our team has given ${channel} more time to answer: they can accept or decline until ${until}.`,
    acceptanceYou: (until: string) =>
      `Our team has given you more time to answer: you can accept or decline until ${until}.`,
    release: (buyer: string, until: string) =>
      `Our team has given ${buyer} more time to check: the money stays held, and the order can be disputed, until ${until}.`,
    releaseYou: (until: string) =>
      `Our team has given you more time to check: the money stays held, and you can dispute the order, until ${until}.`,
    reason: 'This is the reason that our team gives:',
    until: 'New deadline',
  },
  captureFailed: {
    subject: (number: string) => `Order ${number}: the payment for your campaign did not go through`,
    preheader: 'Nothing was taken. Please pay again.',
    heading: 'Please pay again',
    intro: (channel: string, pkg: string) =>
      `${channel} has accepted ${pkg}, but when the money was to be taken in the payment was refused. Nothing was taken, and the campaign waits for you.`,
    payBy: 'Pay by',
    after: (moment: string) => `If it is not paid by ${moment}, the campaign is cancelled by itself.`,
    pay: 'Pay again',
    channelSubject: (number: string, buyer: string) =>
      `Order ${number}: the payment of ${buyer} did not go through`,
    channelPreheader: 'Please wait with the work.',
    channelHeading: 'The payment did not go through',
    channelIntro: (buyer: string, pkg: string, until: string) =>
      `You have accepted ${pkg}, but the payment of ${buyer} was refused when it was to be taken in. They can pay again until ${until}. Please wait with the work until then; you cannot mark the campaign ready before.`,
    channelNext: 'You get a mail when the money is there, or when the campaign has ended because it is not.',
  },
  paid: {
    subject: (number: string) => `Order ${number}: the money for the campaign is there`,
    preheader: 'The campaign goes on.',
    heading: 'The money is there',
    buyer: (amount: string, channel: string) =>
      `Your payment of ${amount} has arrived and is held for this order. The campaign goes on, and ${channel} knows.`,
    channel: (buyer: string, pkg: string) =>
      `${buyer} has paid again, and the money for ${pkg} is held. You can go on with the campaign.`,
    paidAt: 'Paid on',
  },
}
