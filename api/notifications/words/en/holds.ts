/** What the mails about orders on hold say. */
export const holds = {
  held: {
    subject: (number: string) => `Order ${number} is on hold`,
    preheader: 'Why, and what it means for your deadlines.',
    heading: 'The order is on hold',
    intro: 'Our team has paused the work on this order for a while. This is why:',
    clocks:
      'While it is on hold, no deadline of this order runs, neither yours nor ours: what was left is left when it goes on.',
    next: 'You get a mail when the work goes on. If you can help it along, or have a question, write to us on the order’s page.',
    heldAt: 'On hold since',
  },
  resumed: {
    subject: (number: string) => `Order ${number} goes on`,
    preheader: 'The work is being done again.',
    heading: 'The order goes on',
    intro: 'The hold has ended and our team is at work again.',
    clocks:
      'Your deadlines are later by as long as the hold took. The order’s page shows what comes next, and by when.',
    heldAt: 'On hold since',
    resumedAt: 'Goes on since',
  },
}
