/** Words of raising a concern about something that is being done. */
export const concernWords = {
  nav: 'Raise a concern',
  title: 'Raise a concern',
  lead: 'Something is wrong, late or unclear? Tell our team, at any time. A person answers within 10 to 20 minutes.',
  about: 'What is it about?',
  text: 'Your concern',
  help: 'What happened, and what would put it right.',
  empty: 'Say what it is about, in a sentence or two.',
  choose: 'Choose the order that it is about.',
  files: 'Files',
  filesHelp: 'A picture or a document that shows it.',
  send: 'Send it to our team',
  none: 'Nothing is being done for you just now, so there is nothing to raise a concern about.',
  noneTitle: 'No active service',
  toOrder: 'To the order',
  sent: 'Our team has it. The answer comes here, and by mail if you are not looking.',
  sentTitle: 'Your concern is with our team',
}
