import { expect, test } from '@jest/globals'
import { groupsOf, pagesNamed, wantedOf } from '../../admin/src/search/found.js'

const pages = ['Home', 'Mail gallery', 'Mails', 'Outreach', 'Saved replies'].map((title) => ({
  to: `/${title}`,
  title,
}))
const named = (text: string) => pagesNamed(text, pages).map(({ title }) => title)

test('pages are found by how a word of their name begins, first those whose first word it is', () => {
  expect(named('mail')).toEqual(['Mail gallery', 'Mails'])
  expect(named('REPL')).toEqual(['Saved replies'])
  expect(named('mail gal')).toEqual(['Mail gallery'])
  expect(named('ail')).toEqual([])
  expect(pagesNamed('s', [...pages, { to: '/s', title: 'Services' }]).map(({ title }) => title)).toEqual([
    'Saved replies',
    'Services',
  ])
  expect(pagesNamed('g', [...pages, { to: '/g', title: 'Gone' }]).map(({ title }) => title)).toEqual([
    'Gone',
    'Mail gallery',
  ])
})

test('nothing typed names every page', () => {
  expect(named('')).toHaveLength(pages.length)
})

test('what was typed is looked for without needless spaces, and no longer than the API looks', () => {
  expect(wantedOf('  elm   street ')).toBe('elm street')
  expect(wantedOf('x'.repeat(500))).toHaveLength(100)
})

const order = {
  id: 'ord_1',
  number: 'W-100001',
  stage: 'READY' as const,
  buyer: { id: 'org_1', name: 'Northwind Agency' },
  beneficiary: { id: 'org_1', name: 'Northwind Agency' },
  campaign: null,
}

test('an order is found once by its number, and with it its campaign', () => {
  const campaign = {
    id: 'cmp_1',
    packageName: 'A week of stories',
    channelName: 'Signal Street',
    status: 'READY' as const,
  }
  expect(groupsOf({ orders: { nodes: [order, { ...order, id: 'ord_2', campaign }] } })).toEqual([
    {
      name: 'orders',
      found: ['ord_1', 'ord_2'].map((id) => ({
        to: `/orders/${id}/show`,
        title: 'W-100001',
        detail: 'Northwind Agency',
        state: 'READY',
      })),
    },
    {
      name: 'campaigns',
      found: [
        {
          to: '/campaigns/cmp_1/show',
          title: 'A week of stories',
          detail: 'W-100001 · Signal Street',
          state: 'READY',
        },
      ],
    },
  ])
})

test('a contact leads to their organisation; of what was not asked for nothing is shown', () => {
  const contact = {
    id: 'con_1',
    name: 'Bea',
    email: null,
    organisation: { id: 'org_2', name: 'Harbour Bakery' },
  }
  const hidden = { ...contact, id: 'con_2', organisation: null }
  const found = groupsOf({ orders: { nodes: [] }, contacts: { nodes: [contact, hidden] } })
  expect(found).toEqual([
    {
      name: 'contacts',
      found: [{ to: '/organisations/org_2/show', title: 'Bea', detail: 'Harbour Bakery' }],
    },
  ])
})
