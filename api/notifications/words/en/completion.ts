/** What the mails about a campaign say from its completion to the channel's money. */
export const completion = {
  completed: {
    subject: (number: string, channel: string) =>
      `Order ${number} is nearly done: ${channel} asks you to release the funds`,
    preheader: (until: string) => `You have until ${until} to check.`,
    heading: 'Your campaign is nearing completion',
    intro: (channel: string) =>
      `${channel} tells us that your order with them is nearly complete, and asks for the money that is held for it to be released to them.`,
    number: 'Order number',
    completedAt: 'Marked complete',
    estimatedOn: 'Done by, they estimate',
    held: 'Held for it',
    disputeBy: 'Time to check until',
    release: (until: string, channel: string) =>
      `All as it should be? Release the money now, or do nothing: after ${until} it goes to ${channel} by itself.`,
    open: 'Check and release',
    again: 'Once more?',
    reorder: (channel: string) =>
      `We hope that you enjoy working with ${channel}. Order again today, and the good work goes straight on.`,
    reorderOpen: 'Order again',
    wrong: 'If something is badly wrong',
    dispute: (channel: string, until: string) =>
      `If you believe that ${channel} will not do what was agreed, you can dispute the order within 48\u00A0hours of its being marked complete: until ${until}.`,
    disputeUntil: (channel: string, until: string) =>
      `If you believe that ${channel} will not do what was agreed, you can dispute the order until ${until}.`,
    notThese: (channel: string) =>
      `Please don’t dispute low conversions, or anything else that ${channel} cannot control. A dispute is for a blatant breach of what you agreed on, and for nothing less.`,
    owners: (buyer: string) => `Only an owner of ${buyer} can open a dispute; please talk with one in time.`,
    rate: (completed: string, disputed: number) =>
      disputed === 0
        ? `Of the ${completed} campaigns that were marked complete with us before yours, none was disputed.`
        : `Of the ${completed} campaigns that were marked complete with us before yours, ${disputed} ${disputed === 1 ? 'was' : 'were'} disputed.`,
    terms: 'Read about disputes in our terms of use',
  },
  reminder: {
    subject: (number: string) => `Order ${number}: the funds are released soon`,
    preheader: 'Your time to check is nearly over.',
    heading: 'Your time to check is nearly over',
    intro: (channel: string, pkg: string) =>
      `${channel} has marked ${pkg} complete and asked for the money. You have neither released nor disputed it yet.`,
    byItself: (until: string, channel: string) =>
      `You need to do nothing if all is well: after ${until} the money goes to ${channel} by itself. From then on it cannot be disputed any more.`,
  },
  released: {
    subject: (number: string, channel: string) => `Order ${number}: the funds were released to ${channel}`,
    preheader: 'The order is complete.',
    heading: 'The funds were released',
    byHand: (amount: string, channel: string) =>
      `Thank you. ${amount} goes to ${channel} as you decided, and the order is complete.`,
    byItself: (amount: string, channel: string) =>
      `The time to dispute is over, so ${amount} goes to ${channel}, as we had written to you. The order is complete.`,
    releasedAt: 'Released on',
    reorder: (channel: string) =>
      `Did you enjoy working with ${channel}? The same order again is a few clicks away.`,
    channelSubject: (number: string, amount: string) => `Order ${number}: ${amount} is on its way to you`,
    channelPreheader: 'It goes to your payout account.',
    channelHeading: 'Your money is on its way',
    channelIntro: (amount: string, buyer: string) =>
      `We have sent ${amount} to your payout account, for the campaign that ${buyer} bought from you. Depending on your bank it can take a few working days to arrive.`,
    gross: 'Released',
    sentAt: 'Sent on',
  },
  releaseFailed: {
    subject: (number: string, amount: string) =>
      `Order ${number}: the payout of ${amount} did not go through`,
    preheader: 'It is being looked after.',
    heading: 'A payout did not go through',
    channel: (amount: string) =>
      `Your payout of ${amount} was refused on its way. The money is still yours: it is set aside for you, and our finance team is seeing to it. Please check that your payout account is in order; if we need something from you, we write.`,
    account: 'Check your payout account',
    team: (amount: string, channel: string) =>
      `The payout of ${amount} to ${channel} was refused. The amount stays payable to the channel, who was told. Please look at the operation, mend what is wrong and try again.`,
    amount: 'Payout',
    reason: 'The provider says',
  },
  payoutAccount: {
    subject: (channel: string) => `Your payout account for ${channel} was suspended`,
    preheader: 'What that means for your orders.',
    heading: 'Your payout account was suspended',
    intro: (channel: string) =>
      `Our finance team has suspended the account to which ${channel} is paid out. This is the reason:`,
    introSilent: (channel: string) =>
      `Our finance team has suspended the account to which ${channel} is paid out.`,
    means:
      'New orders can’t be accepted until it works again; decline what must not wait. Campaigns that you have accepted go on, and their money stays yours.',
    mend: 'Write to us if you have a question, or connect another account.',
    subjectBack: (channel: string) => `Your payout account for ${channel} works again`,
    preheaderBack: 'You can accept orders.',
    headingBack: 'Your payout account works again',
    introBack: (channel: string) =>
      `The account to which ${channel} is paid out is active again. You can accept orders as before.`,
    open: 'Go to your payout account',
  },
  chargeback: {
    subject: (number: string, amount: string) => `Chargeback of ${amount} on order ${number}`,
    preheader: 'Its money is frozen until this is settled.',
    heading: 'A bank has called a payment back',
    intro: (amount: string, buyer: string) =>
      `The bank of ${buyer} has called ${amount} back. What is held for the order is frozen, and nothing of it moves until the chargeback is settled.`,
    todo: 'Answer the bank through the provider. When it has decided, settle the chargeback on the order: won, and the money is free again; lost, and the loss is booked.',
    amount: 'Called back',
    openedAt: 'Reported on',
  },
}
