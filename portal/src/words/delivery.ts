/** Words of what was delivered, and of answering it. */
export const deliveryWords = {
  title: 'Delivered work',
  head: (number: number, when: string) => `Delivery ${number} · ${when}`,
  newest: 'Newest',
  files: 'Files',
  noFiles: 'No files came with it.',
  open: 'Open',
  openOf: (name: string) => `Open ${name}`,
  download: 'Download',
  downloadOf: (name: string) => `Download ${name}`,
  asked: (when: string) => `You asked for changes on ${when}`,
  answerTitle: 'Your answer, please',
  answer: (when: string) => `Without an answer by ${when} it counts as confirmed.`,
  confirm: 'Confirm the delivery',
  confirmTitle: 'Confirm the delivery?',
  confirmText: (held: string | null) =>
    `The order is complete then${held ? `, and the ${held} held for it becomes ours` : ''}. Revisions are not possible any more.`,
  confirmYes: 'Yes, confirm',
  revise: 'Ask for a revision',
  left: (left: number) =>
    left === 0
      ? 'Both revisions were asked for.'
      : left === 1
        ? 'One more revision is included.'
        : `${left} revisions are included.`,
  reviseTitle: 'What shall be changed?',
  reviseLead: (left: number) =>
    left === 1
      ? 'This is the last revision that is included. The people who did the work get what you write.'
      : 'The people who did the work get what you write, and deliver again.',
  reviseLabel: 'Changes',
  reviseHelp: 'Name everything that is not right yet; the more exact, the better.',
  reviseEmpty: 'Say what shall be changed.',
  reviseSend: 'Send it to our team',
  back: 'Not yet',
}

/** Words of calling an order off. */
export const cancelWords = {
  title: 'Cancel this order',
  possible: 'While the work has not begun you can cancel, and get everything back.',
  unpaid: 'It is not paid yet: cancelling costs nothing.',
  button: 'Cancel the order…',
  dialog: 'Cancel this order?',
  unpaidText: 'Nothing was paid, so nothing has to come back. The order ends at once.',
  paidText: (amount: string) =>
    `${amount} goes back to you, the way it came: all that is held for this order. The order ends at once, and so do the forms and tasks on it.`,
  mail: 'We confirm it by mail.',
  reason: 'Why?',
  reasonHelp: 'A sentence is enough. Our team reads it.',
  reasonEmpty: 'Say why, in a sentence.',
  send: 'Cancel the order',
  keep: 'Keep the order',
}
