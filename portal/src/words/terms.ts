/** The terms of use, as far as a campaign's two sides need them at hand. */
export const termsPage = {
  title: 'Terms of use',
  lead: 'What buyer, channel and we can count on, in plain words.',
  parts: [
    {
      id: 'campaigns',
      title: 'Campaigns and the money held for them',
      points: [
        'When you buy a campaign, the amount is set aside on your card. It is taken in once the channel accepts.',
        'A channel has 48 hours to accept. If it declines or stays silent, what was set aside goes back at once.',
        'While the campaign runs, the money is held. It goes to the channel when you release it, or by itself 48 hours after the channel has marked the campaign complete.',
        'While a campaign runs, either side can propose to cancel it and name a refund. It ends only if the other agrees.',
      ],
    },
    {
      id: 'disputes',
      title: 'Disputes',
      points: [
        'You can dispute a campaign within 48 hours of its being marked “Complete”, if you believe that the channel will not perform what was agreed. An owner of the buying organisation does this.',
        'A dispute is for a blatant breach of what was agreed: the campaign was not run, ran on the wrong days, in the wrong place or with the wrong creatives, or was not what was bought.',
        'Please don’t dispute low conversions, or anything else that is out of the channel’s control. Such reasons don’t count.',
        'While a dispute is open, the money is frozen. Both sides can give statements and evidence until it is decided, and both see all of it.',
        'The channel has 72 hours to respond. Where our team asks a side for something, it has 72 hours to answer. Silence only ends the wait.',
        'Somebody of our team who has not worked on the order decides, and says why: the money goes to the channel, back to the buyer, or a part to each.',
        'The buyer can withdraw a dispute. The money is then released at its old time, though not within the hour, and there is no second dispute for that campaign.',
        'Should nobody decide within 30 days, the buyer gets everything back.',
      ],
    },
  ],
  nav: 'Terms of use',
}
