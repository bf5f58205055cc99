import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { preparePackage } from './packages.js'
import type { RequiredCreative } from './required-creative.js'
import { offerService } from './services.js'

const DAY_MS = 86_400_000
const PICTURES = ['image/png', 'image/jpeg']
const TEXTS = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
]

/** An asset with what is usual left out. */
function asset(
  key: string,
  label: string,
  types: readonly string[],
  more: Partial<RequiredCreative> = {},
): RequiredCreative {
  return { key, label, types, instructions: '', required: true, ...more }
}

const packages = [
  {
    id: 'svc_01k0waybe0hpt00000000000d1',
    name: 'Homepage takeover',
    summary: 'Our front page is yours for a week.',
    description:
      'The header, the side columns and the first story slot of signal-street.test, seven days in a row. You get the figures of every day.',
    price: 240_000n,
    fromDay: 14,
    toDay: 20,
    requiredCreatives: [
      asset('header', 'Header picture', PICTURES, {
        instructions: '1920 × 480 pixels, without text at the edges.',
      }),
      asset('columns', 'Side columns', PICTURES, {
        instructions: '300 × 1200 pixels; the same picture is shown left and right.',
      }),
      asset('story', 'Text of the story slot', TEXTS, {
        instructions: 'At most 120 words, and where its link leads.',
      }),
      asset('logo', 'Logo', PICTURES, {
        required: false,
        instructions: 'Only where it differs from the header.',
      }),
    ],
  },
  {
    id: 'svc_01k0waybe0nwl00000000000d2',
    name: 'Newsletter feature',
    summary: 'A story of yours in four weekly newsletters.',
    description:
      'One paragraph and a picture in the Friday newsletter to 18 000 readers, four weeks in a row.',
    price: 68_000n,
    fromDay: 10,
    toDay: 38,
    requiredCreatives: [
      asset('copy', 'The paragraph', TEXTS, { instructions: '60 to 90 words, written to the reader.' }),
      asset('picture', 'A picture', PICTURES, {
        required: false,
        instructions: '600 × 300 pixels. Without one we choose a neutral one.',
      }),
    ],
  },
  {
    id: 'svc_01k0waybe0pod00000000000d3',
    name: 'Podcast sponsorship',
    summary: 'Named at the start and read in the middle of six episodes.',
    description:
      'Our hosts read your message in six episodes of Street Signals. You hear each one before it goes out.',
    price: 125_000n,
    fromDay: 21,
    toDay: 180,
    requiredCreatives: [
      asset('script', 'What the hosts shall say', TEXTS, {
        instructions: 'Three facts and one offer. Our hosts use their own words.',
      }),
      asset('names', 'How names are pronounced', TEXTS, { required: false }),
    ],
  },
] as const

const terms = (what: string) =>
  `We run ${what} on the dates above. You send what we need at least three working days before the first of them; what comes later may run shorter. We may ask for another version of what would mislead our readers. How many people click or buy is not ours to promise.`

/** The packages of the demo world's channel, by the verbs that everybody uses; does nothing where they are there already. */
export async function demoPackages(tx: Tx, channelId: string): Promise<void> {
  if (await row(tx, sql`select from services where id = ${packages[0].id}`)) return
  const dayAfter = (days: number) => new Date(tx.now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
  for (const { id, price, fromDay, toDay, ...said } of packages) {
    await preparePackage(tx, id, {
      ...said,
      channelId,
      price: { amount: price, currency: 'EUR' },
      terms: terms(`the ${said.name.toLowerCase()}`),
      startsOn: dayAfter(fromDay),
      endsOn: dayAfter(toDay),
    })
    await offerService(tx, { id })
  }
}
