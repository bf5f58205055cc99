/** What the mails about orders, payments and refunds say. */
export const orders = {
  receipt: {
    subject: (number: string) => `Order ${number}: your payment has arrived, the work begins`,
    preheader: (services: string) => `${services}. Here is what happens next.`,
    heading: 'Thank you. The work has begun.',
    intro: 'Your payment is final. From here on everything starts by itself; this is what will happen.',
    total: 'Paid',
    paidAt: 'Paid on',
    next: 'What happens next',
    asked: (person: string) =>
      `${person} gets a mail with the questions and files that we need first. Once they are in, our team checks them and puts the right people to work.`,
    askedYou:
      'A mail of its own comes to you with the questions and files that we need first. Once they are in, our team checks them and puts the right people to work.',
    campaign: {
      subject: (number: string, channel: string) =>
        `Order ${number}: ${channel} has your order and answers soon`,
      preheader: (until: string) => `They accept or decline by ${until}.`,
      heading: 'Thank you. Your order is in.',
      intro: (channel: string, pkg: string) =>
        `Your order for ${pkg} is with ${channel}. This is what happens next.`,
      amount: 'Set aside',
      answerBy: 'They answer by',
      answer: (channel: string, until: string) => ({
        about: `${channel} accepts or declines`,
        text: `They have until ${until}. If they decline, or don’t answer, nothing is charged.`,
      }),
      money: {
        about: 'The money is only set aside',
        text: 'It is taken in when they accept, and held until the campaign is complete and you have had time to check.',
      },
      creatives: 'Please upload these creatives now',
      sooner: 'The sooner they are there, the sooner the campaign can start.',
      open: 'Open the campaign',
    },
    appointment: {
      subject: (number: string, counterpart: string) =>
        `Order ${number}: paid, we get in touch with ${counterpart} now`,
      preheader: 'Here is what happens next.',
      heading: 'Thank you. We begin at once.',
      intro: (counterpart: string, service: string) =>
        `Your payment is final, and our team has the task of reaching ${counterpart} for ${service}.`,
      begin: {
        about: 'We begin at once',
        text: 'We call, write, and send text messages where they are welcome, by day where the other side lives.',
      },
      mails: {
        about: 'You are kept informed',
        text: 'By mail when we begin, when the appointment is confirmed, and also while it is not.',
      },
      where: {
        about: 'You always see where it stands',
        text: 'The order’s page says so at any time, with what is next and by when.',
      },
    },
    automatic: 'It sets itself up. Nobody needs to send us anything.',
    dashboard: (organisation: string) =>
      `An invitation to the dashboard goes to ${organisation}, as you chose.`,
    talk: 'You also get a mail that says how to talk with our team from now on, within 24 hours of your payment.',
    reach: 'You can write to us on the order’s page at any time.',
  },
  paymentFailed: {
    subject: (number: string) => `Order ${number}: the payment did not go through`,
    preheader: 'Nothing was taken. You can try again.',
    heading: 'The payment did not go through',
    intro:
      'Your payment was refused and nothing was taken. The order waits for you: try again, with another way to pay if you like.',
    amount: 'To pay',
    reason: 'The provider says',
    payBy: 'Pay by',
    after: (moment: string) =>
      `An order that is not paid by ${moment} is cancelled by itself. You can order again at any time.`,
    tryAgain: 'Try again',
  },
  refundIssued: {
    subject: (number: string, amount: string) => `Order ${number}: ${amount} is on its way back to you`,
    preheader: 'The refund was issued.',
    heading: 'Your refund was issued',
    intro: (amount: string) =>
      `We have sent ${amount} back the way it was paid. Depending on your bank it can take a few working days to arrive.`,
    amount: 'Refund',
    issuedAt: 'Issued on',
    letGo: {
      subject: (number: string, amount: string) =>
        `Order ${number}: ${amount} that was set aside is free again`,
      preheader: 'What was set aside was let go.',
      heading: 'The money was let go',
      intro: (amount: string) =>
        `${amount} had been set aside for this order. None of that was charged, and we have let it go. Your bank may take a few days to show it.`,
      amount: 'Let go',
      at: 'Let go on',
    },
  },
  refundFailed: {
    subject: (number: string, amount: string) =>
      `Order ${number}: the refund of ${amount} did not go through`,
    preheader: 'It is being looked after.',
    heading: 'A refund did not go through',
    buyer: (amount: string) =>
      `Your refund of ${amount} was refused on its way. The money is still yours: it is set aside for you, and our finance team is seeing to it. You need to do nothing; if we need something from you, we write.`,
    team: (amount: string) =>
      `The refund of ${amount} was refused. The amount stays set aside for the buyer, who was told. Please look at the operation, mend what is wrong and try again.`,
    amount: 'Refund',
    reason: 'The provider says',
    letGo: {
      subject: (number: string, amount: string) => `Order ${number}: ${amount} could not be let go yet`,
      heading: 'Money could not be let go yet',
      buyer: (amount: string) =>
        `${amount} had been set aside for this order, and letting it go was refused on its way. The money is yours: our finance team is seeing to it, and should any of it have been charged, it is refunded. You need to do nothing.`,
      team: (amount: string) =>
        `Letting ${amount} go was refused. The buyer was told. Please look at the operation, mend what is wrong and try again; what turns out to have been taken in is refunded.`,
      amount: 'To be let go',
    },
  },
}
