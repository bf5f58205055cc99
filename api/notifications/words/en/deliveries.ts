/** What the mails about delivered, revised and paused work say. */
export const deliveries = {
  delivered: {
    subject: (number: string) => `Order ${number}: the work is done, please look at it`,
    subjectAgain: (number: string) => `Order ${number}: the revised work is done, please look at it`,
    preheader: (until: string) => `Confirm it, or say what should change, until ${until}.`,
    heading: 'Your work is delivered',
    headingAgain: 'The revised work is delivered',
    intro: 'Our team has finished what you ordered. This is what they say about it:',
    introAgain: 'Our team has changed what you asked for. This is what they say about it:',
    files: 'Files that belong to it',
    filesOnPage: 'They are on the order’s page.',
    deliveredAt: 'Delivered on',
    answerBy: 'Your answer by',
    next: 'What you can do now',
    confirm: {
      about: 'All as you wanted it?',
      text: 'Confirm the delivery on the order’s page. The order is complete then.',
    },
    revise: (left: number, until: string) => ({
      about: 'Something should be different?',
      text: `Ask for a revision until ${until}, and say what should change. ${left === 1 ? 'One revision is' : `${left} revisions are`} left on this order.`,
    }),
    noneLeft: {
      about: 'Something is still not right?',
      text: 'The revisions of this order have been used. Write to us on the order’s page, and we find a way.',
    },
    byItself: (until: string) =>
      `If we hear nothing from you by ${until}, the delivery counts as confirmed and the order is complete by itself.`,
    open: 'Look at the delivery',
  },
  revision: {
    subject: (number: string) => `Order ${number}: your revision is with our team`,
    preheader: 'The people who did the work see to it.',
    heading: 'We are on your revision',
    intro: 'The people who did the work now see to what you wrote:',
    next: 'You get a mail as soon as the work is delivered again.',
    left: (count: number) =>
      count === 0
        ? 'This was the last revision that comes with the order.'
        : count === 1
          ? 'One more revision comes with the order.'
          : `${count} more revisions come with the order.`,
    subjectTeam: (number: string) => `Order ${number}: a revision was asked for`,
    headingTeam: 'A revision was asked for',
    introTeam: (buyer: string) =>
      `${buyer} has looked at the delivery and asks you to change something. There is a task for it:`,
    revision: 'Revision',
    introAdmin: (buyer: string) =>
      `${buyer} has looked at the delivery and asks for a change. Nobody has the task for it yet; please delegate it:`,
    openTasks: 'Open the order and its tasks',
  },
  completed: {
    subject: (number: string) => `Order ${number} is complete`,
    preheader: 'The delivery counts as confirmed.',
    heading: 'Your order is complete',
    intro: (until: string) =>
      `We heard nothing from you about the delivery by ${until}, so it counts as confirmed, as we had written to you.`,
    stays: 'What was delivered stays on the order’s page. If you have a question about it, ask it there.',
    completedAt: 'Completed on',
  },
}
