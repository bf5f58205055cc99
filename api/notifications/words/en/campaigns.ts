/** What the mails about a campaign say between the offer and its start. */
export const campaigns = {
  facts: {
    package: 'Package',
    buyer: 'Bought by',
    channel: 'Channel',
    runs: 'Runs',
    span: (from: string, to: string) => `${from} to ${to}`,
    from: (day: string) => `from ${day}`,
    price: 'Price',
    fee: 'Our fee',
    payout: 'You get',
    version: (version: number, file: string) => `version ${version}, ${file}`,
  },
  open: 'Open the campaign',
  offered: {
    subject: (pkg: string, buyer: string, number: string) =>
      `Accept or decline: ${pkg} for ${buyer} (order ${number})`,
    preheader: (until: string) => `Your answer is due by ${until}.`,
    heading: 'A new order waits for your answer',
    intro: (buyer: string, pkg: string) =>
      `${buyer} has bought ${pkg} from you. You have 48\u00A0hours to decide whether you want to run it.`,
    answerBy: 'Your answer by',
    accept: {
      about: 'You want to run it?',
      text: 'Accept. The money, which is only set aside so far, is then taken in and held for the campaign.',
    },
    decline: {
      about: 'It does not suit you?',
      text: 'Decline, for whatever reason, and explain it in a few words. Whoever bought it reads them.',
    },
    silence: (until: string, buyer: string) =>
      `Please do one or the other by ${until}. If you do neither, the order ends and the money goes back to ${buyer} at once.`,
    needs: 'What this campaign needs from them',
    creatives:
      'Most people upload these right after buying. If something stays missing, write to them on the campaign’s page.',
    open: 'Accept or decline',
  },
  reminder: {
    subject: (pkg: string, buyer: string, number: string) =>
      `Reminder: ${pkg} for ${buyer} waits for your answer (order ${number})`,
    subjectLast: (pkg: string, buyer: string, number: string) =>
      `Last reminder: ${pkg} for ${buyer} waits for your answer (order ${number})`,
    heading: 'Your answer is still missing',
    headingLast: 'The time to answer is nearly over',
    intro: (buyer: string, pkg: string, until: string) =>
      `${buyer} would like to know whether you run ${pkg}. You can accept or decline until ${until}; after that neither is possible.`,
    silence: (buyer: string) =>
      `If you do neither, the order ends and the money goes back to ${buyer} at once.`,
  },
  withdrawn: {
    subject: (number: string, buyer: string) => `Order ${number}: ${buyer} has withdrawn the campaign`,
    preheader: 'You need to do nothing any more.',
    heading: 'The campaign was withdrawn',
    intro: (buyer: string, pkg: string) =>
      `${buyer} has taken back the order for ${pkg} before you had answered it. No money was taken in, and you need to do nothing any more.`,
  },
  uploaded: {
    subject: (number: string, count: number, pkg: string) =>
      count === 1
        ? `Order ${number}: a creative came in for ${pkg}`
        : `Order ${number}: ${count} creatives came in for ${pkg}`,
    preheader: 'Approve it, or say what has to change.',
    heading: (count: number) => (count === 1 ? 'A creative came in' : `${count} creatives came in`),
    intro: (buyer: string, pkg: string) => `${buyer} has uploaded this for ${pkg}:`,
    todo: (count: number): string =>
      count === 1
        ? 'Look at it, then approve it or send it back with a reason.'
        : 'Look at each of them, then approve it or send it back with a reason.',
    missing: 'Still missing',
    allThere:
      'Everything that is required is there. Once you have approved it all, you can mark the campaign ready.',
    open: 'Look at the creatives',
  },
  accepted: {
    subject: (number: string, channel: string) => `Order ${number}: ${channel} has accepted your campaign`,
    preheader: 'What happens with the money, and what is needed from you.',
    heading: 'Your campaign is accepted',
    intro: (channel: string, pkg: string) => `${channel} has accepted ${pkg} and will run it for you.`,
    money: (amount: string, channel: string) =>
      `The ${amount} that was set aside is now taken in and held for this order. It goes to ${channel} only when they have marked the campaign complete and you have had 48\u00A0hours to check.`,
    needs: (channel: string) => `What ${channel} still needs from you`,
    allThere: (channel: string) =>
      `You have uploaded everything that is required. ${channel} looks at it and tells you if something has to change.`,
    nothing: 'There is nothing that you have to upload.',
    ask: (channel: string) => `If you have a question, write to ${channel} on the campaign’s page.`,
    upload: 'Upload the creatives',
  },
  declined: {
    subject: (number: string, channel: string) => `Order ${number}: ${channel} has declined your campaign`,
    preheader: 'Nothing was charged.',
    heading: 'Your campaign was declined',
    intro: (channel: string, pkg: string) => `${channel} does not take on ${pkg}. They explain it like this:`,
    introSilent: (channel: string, pkg: string) => `${channel} does not take on ${pkg}.`,
    money: (amount: string) =>
      `Nothing was charged. The ${amount} that was set aside for it is let go at once; how soon that shows depends on your bank.`,
    other: 'See other packages',
  },
  expired: {
    subject: (number: string, channel: string) => `Order ${number}: ${channel} did not answer in time`,
    preheader: 'Nothing was charged.',
    heading: 'There was no answer in time',
    intro: (channel: string, pkg: string, until: string) =>
      `${channel} neither accepted nor declined ${pkg} by ${until}, so the order has ended.`,
    channelSubject: (number: string, buyer: string) => `Order ${number} from ${buyer} has ended unanswered`,
    channelPreheader: 'The money has gone back.',
    channelHeading: 'The time to answer is over',
    channelIntro: (buyer: string, pkg: string, until: string) =>
      `${buyer} had bought ${pkg} from you. It was neither accepted nor declined by ${until}, so the order has ended and the money goes back to ${buyer}.`,
    channelNext:
      'There is nothing left to do on it. If you cannot run an order, please decline it: a quick no is kinder than silence.',
  },
  missing: {
    subject: (number: string, channel: string) => `Order ${number}: ${channel} waits for your creatives`,
    preheader: 'The campaign begins once they are approved.',
    heading: 'Something is still missing',
    intro: (channel: string, pkg: string) => `${channel} cannot start ${pkg} without these:`,
    absent: 'not uploaded yet',
    sentBack: (reason: string) => `sent back: ${reason}`,
    sentBackSilent: 'sent back, a new version is needed',
    ask: (channel: string) =>
      `If you cannot send one of them, or not as it is asked for, tell ${channel} on the campaign’s page.`,
  },
  rejected: {
    subject: (number: string, label: string) => `Order ${number}: please change “${label}”`,
    preheader: (channel: string) => `${channel} says what should be different.`,
    heading: 'A creative was sent back',
    intro: (channel: string, label: string) =>
      `${channel} has looked at “${label}” and needs a new version of it. This is the reason:`,
    introSilent: (channel: string, label: string) =>
      `${channel} has looked at “${label}” and needs a new version of it.`,
    next: 'Upload a new version on the campaign’s page; nothing else has to be done again.',
    upload: 'Upload a new version',
  },
  reopened: {
    subject: (number: string, channel: string) =>
      `Order ${number}: ${channel} has a wish about the creatives`,
    preheader: 'You can upload new versions again.',
    heading: 'The creatives are open again',
    intro: (channel: string) =>
      `The campaign was ready, but ${channel} would like something about its creatives to change:`,
    introSilent: (channel: string) =>
      `The campaign was ready, but ${channel} would like something about its creatives to change.`,
    next: 'You can upload new versions now. What stays as it is does not have to be sent again.',
  },
  ready: {
    subject: (number: string, channel: string) => `Order ${number}: ${channel} is ready to run your campaign`,
    preheader: 'All creatives are approved.',
    heading: 'Everything is ready',
    intro: (channel: string, pkg: string) =>
      `${channel} has approved all that is required for ${pkg} and is ready to run it.`,
    next: (channel: string) =>
      `You need to do nothing now. When the campaign nears its end, ${channel} asks for the money to be released, and you get a mail with the time that you have to check.`,
  },
}
