import type { ServiceStatus } from '../gen/operations.js'
import type { Tone } from '../ui/tone.js'

/** What the state of a package is called, to the channel that sells it. */
export const packageStates: Record<ServiceStatus, { label: string; tone: Tone }> = {
  IN_PREPARATION: { label: 'In preparation', tone: 'act' },
  OFFERED: { label: 'On sale', tone: 'good' },
  WITHDRAWN: { label: 'Not on sale', tone: 'plain' },
}

/** Words of a channel's packages. */
export const packageWords = {
  title: 'Packages',
  lead: 'What you sell. Buyers find what is on sale in the catalogue; each order is offered to you as a campaign.',
  add: 'Add a package',
  change: 'Change',
  changeOf: (name: string) => `Change ${name}`,
  offer: 'Put on sale',
  offerOf: (name: string) => `Put on sale: ${name}`,
  withdraw: 'Take off sale',
  withdrawOf: (name: string) => `Take off sale: ${name}`,
  sure: (name: string) => `Take ${name} off sale?`,
  sureText:
    'Nobody can buy it until you put it on sale again. Campaigns that were bought go on as they were bought.',
  keep: 'Leave it on sale',
  over: 'Dates are over',
  overNote: 'Its last day is over, so nobody can buy it. Change its dates to sell it again.',
  emptyTitle: 'You sell nothing yet',
  empty: 'Add your first package: what it is, what it costs, when it runs, and what you need from the buyer.',
  dates: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  needs: (required: number, more: number) => {
    const all = required + more
    if (all === 0) return 'Needs nothing from the buyer'
    const asked = `${all} ${all === 1 ? 'creative' : 'creatives'}`
    return more === 0 ? `Needs ${asked}` : `Asks for ${asked}, ${required} of them required`
  },
  back: 'All packages',
}

/** Words of adding or changing one. */
export const packageFormWords = {
  addTitle: 'Add a package',
  changeTitle: (name: string) => `Change ${name}`,
  lead: 'A price or a new name counts for the next buyer. Dates, terms and creatives become a new version: whoever bought an earlier one keeps it.',
  channel: 'Which channel sells it?',
  about: 'What it is',
  name: 'Name',
  summary: 'In a sentence',
  summaryHelp: 'Buyers see it in the catalogue.',
  description: 'What the buyer gets',
  price: 'Price',
  priceHelp: 'Final: nothing is added to it.',
  priceWrong: 'Write an amount, such as 680 or 680.50.',
  currency: 'Currency',
  when: 'When it runs',
  startsOn: 'First day',
  endsOn: 'Last day',
  dayMissing: 'Choose a day.',
  creatives: 'What you need from the buyer',
  creativesHelp: 'You approve each file. A campaign can only be ready when every required one is approved.',
  noCreatives: 'Nothing so far. A campaign without creatives can be ready as soon as it is paid.',
  addCreative: 'Add a creative',
  creative: (number: number) => `Creative ${number}`,
  label: 'What it is called',
  instructions: 'What it must be like',
  instructionsHelp: 'Size, length, what must not be in it.',
  required: 'Required',
  requiredNote: 'Without it the campaign cannot be ready.',
  types: 'Which files may it be?',
  typesHelp: 'None chosen takes all of them.',
  up: 'Up',
  upOf: (label: string) => `Move up: ${label}`,
  down: 'Down',
  downOf: (label: string) => `Move down: ${label}`,
  remove: 'Remove',
  removeOf: (label: string) => `Remove ${label}`,
  terms: 'Your terms',
  termsLabel: 'Under which terms do you sell it?',
  termsHelp: 'Buyers see them before they buy.',
  save: 'Save',
  saveNew: 'Add the package',
  unchanged: 'Nothing is changed yet.',
  version: (number: number) => `Version ${number}`,
  willBe: (number: number) => `Saving makes version ${number}.`,
  staysAt: (number: number) => `It stays at version ${number}.`,
  preview: 'As buyers see it',
  unnamed: 'Your package',
  versions: 'Versions',
  versionLine: (when: string, who: string) => `${when}, ${who}`,
  us: 'the house',
  problems: 'Some fields need another look.',
}

/** What a buyer reads of a package. */
export const packageViewWords = {
  by: (channel: string) => `By ${channel}`,
  runs: 'Runs',
  needs: 'You send',
  required: 'required',
  optional: 'if you like',
  anyFile: 'any file',
  nothing: 'Nothing: the channel has all it needs.',
  terms: 'Terms of the channel',
}

/** The kinds of file that a creative may be, as people name them. */
export const fileKinds: { types: string[]; label: string }[] = [
  { types: ['image/png', 'image/jpeg'], label: 'Pictures (PNG, JPEG)' },
  { types: ['application/pdf'], label: 'PDF' },
  {
    types: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    label: 'Word (DOCX)',
  },
  { types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], label: 'Excel (XLSX)' },
  { types: ['text/plain'], label: 'Plain text' },
  { types: ['text/csv'], label: 'Tables (CSV)' },
]
