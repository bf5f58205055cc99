/** The words of the inbox. */
export const inboxMessages = {
  inbox: {
    title: 'Inbox',
    search: 'Order, buyer or whom it is for',
    state: 'Clock',
    states: {
      WAITING: 'Waiting',
      AT_RISK: 'Over 10 minutes',
      BROKEN: 'Over 20 minutes',
      HELD: 'On hold',
      ANSWERED: 'Answered',
    },
    mine: 'Answered by me',
    empty: 'Nobody waits here.',
    choose: 'Choose a talk: the one on top has waited longest.',
    back: 'All talks',
    walk: 'Way through the inbox',
    held: 'stands still',
    answerBy: 'Answer by %{at}',
    attached: 'attached a file |||| attached %{smart_count} files',
    unread: '%{smart_count} unread message |||| %{smart_count} unread messages',
  },
}
