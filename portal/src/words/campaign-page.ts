/** Words of a campaign's page and of its card on an order's page. */
export const campaignWords = {
  title: 'Campaign',
  lead: (buyer: string, number: string) => `For ${buyer} · order ${number}`,
  standing: 'Where it stands',
  route: 'The way of this campaign',
  facts: 'The campaign',
  channel: 'Channel',
  buyer: 'Bought by',
  dates: 'Runs',
  price: 'Price',
  terms: 'Terms of the package',
  offeredAt: 'Offered',
  estimate: 'Estimated to be done',
  talk: (name: string) => `Talk with ${name}`,
  declined: 'Why it was declined',
  cancelled: 'Why it was cancelled',
  checklist: { CHANNEL: 'What you told the buyer', BUYER: 'What the channel told you' },
  said: {
    CHANNEL: {
      materials: 'You have all the materials',
      connected: 'You were in touch with them',
      estimateGiven: 'You said when it will be done',
      available: 'You are there for questions',
    },
    BUYER: {
      materials: 'It has all the materials',
      connected: 'It was in touch with you',
      estimateGiven: 'It said when it will be done',
      available: 'It is there for your questions',
    },
  },
  yes: 'Yes',
  notSaid: 'Not ticked',
  held: 'The release waits',
  heldText:
    'The mail that told you of it did not arrive, so nothing is released by itself until it was sent anew.',
  heldRelease: 'You can release the money now.',
  heldToChannel:
    'The mail to the buyer did not arrive, so the money is not released by itself yet. Our team sees to it.',
  disputed: 'This campaign is in dispute',
  wasDisputed: 'This campaign was in dispute',
  disputeUntil: (when: string) => `You can dispute until ${when}.`,
  disputeUntold:
    'You can dispute. The time for it does not run before our mail about the completion has reached you.',
  openDispute: 'Dispute the campaign',
  toDispute: 'To the dispute',
  disputeNote:
    'Only for a blatant breach of what was agreed. Low conversions, and what the channel can’t control, do not count.',
  withdraw: 'Withdraw the offer',
  withdrawTitle: 'Withdraw this campaign?',
  withdrawText: (channel: string) =>
    `${channel} has not accepted yet. What was set aside at your bank is let go at once, and the order ends.`,
  withdrawYes: 'Yes, withdraw it',
  release: 'Release the money now',
  releaseTitle: 'Release the money?',
  releaseText: (channel: string, amount: string | null) =>
    `${amount ?? 'The money'} goes to ${channel}, less our fee for them. That is final: a dispute is not possible any more.`,
  releaseYes: 'Yes, release it',
  back: 'Not now',
  payAgainTitle: 'The payment could not be taken',
  payAgainText: (when: string) =>
    `The channel has accepted, but your bank refused. Pay again by ${when}, or the campaign is cancelled.`,
  payAgain: 'Pay again',
  payAgainDialog: 'Pay again',
  reorder: 'Order this again',
  money: 'Money',
}

/** The stops of a campaign's order, as its buyer follows it. */
export const campaignStops = ['Payment', 'Acceptance', 'Creatives', 'Campaign', 'Release', 'Done']
