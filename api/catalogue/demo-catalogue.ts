import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { BlueprintStep } from './blueprint-step.js'
import type { FormField } from './form-field.js'
import { publishBlueprint, publishForm } from './publish.js'
import { offerService, prepareService } from './services.js'

const PICTURES = ['image/png', 'image/jpeg']
const DOCUMENTS = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
]

/** A question with what is usual left out. */
function ask(key: string, label: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField {
  return {
    key,
    label,
    kind,
    help: null,
    required: true,
    options: [],
    accept: [],
    maxFiles: kind === 'FILE' ? 1 : 0,
    ...more,
  }
}

function step(key: string, title: string, skill: string, more: Partial<BlueprintStep> = {}): BlueprintStep {
  return {
    key,
    title,
    skill,
    instructions: `${title}, as the onboarding form says.`,
    dependsOn: [],
    dueInWorkingHours: 16,
    needsReview: false,
    checklist: [],
    ...more,
  }
}

const business = [
  ask('businessName', 'What is the business called?', 'SHORT_TEXT'),
  ask('website', 'Its website', 'URL', { required: false, help: 'Leave it empty where there is none yet.' }),
  ask('contactEmail', 'Whom may we ask about details?', 'EMAIL'),
  ask('phone', 'A telephone number for the business', 'PHONE', { required: false }),
]

const forms: Record<string, { title: string; intro: string; fields: FormField[] }> = {
  frm_01k0waybe0sea00000000000a1: {
    title: 'Search optimisation: what we need to know',
    intro:
      'About ten minutes. You can save at any time and go on later; nothing reaches our team before you submit.',
    fields: [
      ...business,
      ask('goals', 'What should people find you for?', 'LONG_TEXT', {
        help: 'The services or products that matter most to you.',
      }),
      ask('regions', 'Where are your customers?', 'MANY_OF', {
        options: ['My town', 'My region', 'The whole country', 'Abroad'],
      }),
      ask('hasAccess', 'Can you give us access to the website?', 'YES_NO'),
      ask('launch', 'By when should it show?', 'DATE', { required: false }),
      ask('brief', 'Briefs or brand guidelines', 'FILE', {
        accept: [...DOCUMENTS, ...PICTURES],
        maxFiles: 3,
      }),
    ],
  },
  frm_01k0waybe0ads00000000000a2: {
    title: 'Advertising: accounts and material',
    intro: 'We set up your campaigns with what you tell us here.',
    fields: [
      ...business,
      ask('budget', 'Monthly budget, in the currency of the order', 'NUMBER'),
      ask('network', 'Where shall we begin?', 'ONE_OF', { options: ['Search', 'Social', 'Both'] }),
      ask('logo', 'Your logo', 'FILE', { accept: PICTURES }),
      ask('wishes', 'Anything else we should know', 'LONG_TEXT', { required: false }),
    ],
  },
}

const blueprints: Record<string, BlueprintStep[]> = {
  tbp_01k0waybe0sea00000000000b1: [
    step('audit', 'Audit the website', 'seo', {
      checklist: ['Technical crawl done', 'Findings written down'],
    }),
    step('keywords', 'Choose the search terms', 'seo', { dependsOn: ['audit'], dueInWorkingHours: 24 }),
    step('copy', 'Write the landing page', 'copywriting', {
      dependsOn: ['keywords'],
      dueInWorkingHours: 40,
      needsReview: true,
      checklist: ['Terms used', 'Proofread'],
    }),
    step('listings', 'Claim the business listings', 'listings', { dueInWorkingHours: 24 }),
  ],
  tbp_01k0waybe0ads00000000000b2: [
    step('accounts', 'Set up the advertising accounts', 'ads', { checklist: ['Billing checked'] }),
    step('design', 'Draw the banners', 'design', { needsReview: true, dueInWorkingHours: 24 }),
    step('launch', 'Launch the first campaign', 'ads', {
      dependsOn: ['accounts', 'design'],
      needsReview: true,
      dueInWorkingHours: 32,
    }),
  ],
}

const services = [
  {
    id: 'svc_01k0waybe0sea00000000000c1',
    name: 'Local search optimisation',
    summary: 'Be found by people nearby.',
    description:
      'An audit, the right search terms, a landing page and business listings, by our specialists.',
    flow: 'ONBOARDED' as const,
    priceAmount: 49_900n,
    formId: 'frm_01k0waybe0sea00000000000a1',
    blueprintId: 'tbp_01k0waybe0sea00000000000b1',
  },
  {
    id: 'svc_01k0waybe0ads00000000000c2',
    name: 'Advertising launch',
    summary: 'Your first campaigns, set up and running.',
    description: 'Accounts, banners and the first campaign, reviewed before it goes live.',
    flow: 'ONBOARDED' as const,
    priceAmount: 89_900n,
    formId: 'frm_01k0waybe0ads00000000000a2',
    blueprintId: 'tbp_01k0waybe0ads00000000000b2',
  },
  {
    id: 'svc_01k0waybe0drc00000000000c3',
    name: 'Directory listings',
    summary: 'Your business in fifty directories.',
    description: 'An add-on that runs by itself: no form, no waiting.',
    flow: 'SELF_SERVICE' as const,
    priceAmount: 9_900n,
    formId: null,
    blueprintId: null,
  },
  {
    id: 'svc_01k0waybe0rev00000000000c4',
    name: 'Review monitor',
    summary: 'A notice for every new review.',
    description: 'An add-on that runs by itself: no form, no waiting.',
    flow: 'SELF_SERVICE' as const,
    priceAmount: 4_900n,
    formId: null,
    blueprintId: null,
  },
  {
    id: 'svc_01k0waybe0apt00000000000c5',
    name: 'Seller appointment',
    summary: 'We reach the seller and agree on a time.',
    description:
      'Tell us whom to reach and what it is about: we call, text and write until a time is agreed.',
    flow: 'APPOINTMENT' as const,
    priceAmount: 14_900n,
    appointmentMinutes: 30,
    formId: null,
    blueprintId: null,
  },
  {
    id: 'svc_01k0waybe0sit00000000000c6',
    name: 'Site visit',
    summary: 'An hour on site, with whoever is in charge there.',
    description: 'We agree on an hour with whoever is in charge, and see to it that both sides are reminded.',
    flow: 'APPOINTMENT' as const,
    priceAmount: 24_900n,
    appointmentMinutes: 60,
    formId: null,
    blueprintId: null,
  },
]

/** The demo world's catalogue, by the verbs that everybody uses; does nothing where it is there already. */
export async function demoCatalogue(tx: Tx): Promise<void> {
  if (await row(tx, sql`select from services where id = ${services[0]!.id}`)) return
  for (const { id, formId, blueprintId, priceAmount, ...details } of services) {
    await prepareService(tx, id, { ...details, price: { amount: priceAmount, currency: 'EUR' } })
    if (formId) await publishForm(tx, formId, { id, ...forms[formId]! })
    if (blueprintId) await publishBlueprint(tx, blueprintId, { id, steps: blueprints[blueprintId]! })
    await offerService(tx, { id })
  }
}
