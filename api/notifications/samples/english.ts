/** Invented names and words, as people could have written them in English. */
export const english = {
  people: {
    buyer: 'Ana Ortega',
    client: 'Sam Lee',
    admin: 'Mira Novak',
    assignee: 'Jo Park',
    channel: 'Leo Marsh',
    counterpart: 'Nora Field',
  },
  channel: 'Signal Street Media',
  agency: 'Brightside Agency',
  business: 'Lee’s Bakery',
  services: {
    website: 'Website in ten pages',
    search: 'Search campaign',
    listings: 'Business listings',
    podcast: 'Podcast sponsorship',
    viewing: 'Viewing of the shop',
  },
  files: ['Your logo, best as a PDF', 'Photos of your shop'],
  issues: [
    {
      about: 'Your logo, best as a PDF',
      note: 'The file shows an old logo: your shop sign has the new one.\nCould you send that?',
    },
    { about: 'Opening hours', note: 'Sunday is missing.' },
    { about: null, note: 'The texts are in two languages. Which one should the site speak?' },
  ] as readonly { about: string | null; note: string }[],
  task: 'Draft the home page',
  skills: ['design', 'web'],
  declined: 'The card was declined (insufficient funds).',
  message:
    'Hello Sam,\n\nthe first draft of the home page is ready. Would you rather see the ovens or the shop window at the top?\n\nJo',
  delivered:
    'The ten pages are online, with your new logo and the photos of the shop.\nThe contact form writes to the address that you gave us.',
  deliveredFiles: ['Site map.pdf', 'Photos of the shop, edited.zip'],
  revision: 'The opening hours on the contact page are last year’s. Please take those of the form.',
  calledOff: 'The shop moves to another town next month, so the site can wait.',
  held: 'The new logo is still at the designer’s; we go on when it is there.',
  mailServer: '450 4.2.1 The mailbox is busy, please try again later',
  waived: 'Everything we need came with an earlier order.',
  campaign: {
    creatives: [
      { label: 'Script of 60 seconds', file: 'Script.pdf' },
      { label: 'Logo on transparent ground', file: 'Logo.png' },
    ],
    declined: 'All our December episodes are recorded already. We would love to do this in February.',
    rejected: 'It runs for 90 seconds when read aloud. Could you shorten it to 60?',
    reopened: 'Our host has moved to another studio, so the script has to name the new one.',
    proposed: 'Two of the three episodes cannot be recorded: our host has lost her voice.',
    cancelled: 'The podcast has stopped for good.',
    extended: 'The holiday fell in the middle of the time, and nobody was there.',
    suspended: 'The bank says that the account was closed.',
  },
  appointment: {
    place: '12 Mill Lane, second floor',
    declined: 'The shop is being painted that week, and nobody can go in.',
    said: 'You can park in the yard behind the house.',
    cancelled: 'Our colleague who was to come along has fallen ill, and nobody else can.',
  },
  question: 'Has the other side answered yet? We would have to book the train.',
  messageFile: 'Floor plan.pdf',
  payoutRefused: 'The destination account cannot take transfers right now.',
  voidRefused: 'The bank does not let go of it right now.',
  dispute: {
    statement: 'We agreed on three episodes. Only one was recorded, and it names another bakery.',
    question: 'Could you send us the recordings of all three episodes, with the days on which they ran?',
    reasoning: 'Two of three episodes ran as agreed; the third did not run at all. So a third goes back.',
    released: 'All three episodes ran, on the agreed days; the recordings show it.',
    refunded: 'Not one of the three episodes ran.',
  },
}

/** What sample facts are told with in one language. */
export type SampleTexts = typeof english
