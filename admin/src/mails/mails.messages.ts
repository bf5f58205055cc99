/** The words of the mail pages. */
export const mailsMessages = {
  mails: {
    title: 'Mails',
    empty: 'No mails fit these filters.',
    subject: 'Subject',
    to: 'To',
    recipient: 'Recipient',
    template: 'Kind',
    failure: 'Why it failed',
    state: 'State',
    queuedAt: 'Queued',
    takenAt: 'Taken by the mail server',
    order: 'Order',
    delivery: 'Delivery',
    preview: 'As it looked',
    previewOf: 'The mail "%{subject}"',
    asMail: 'Mail',
    asText: 'Text',
    noBody: 'Its text is no longer kept.',
  },
}
