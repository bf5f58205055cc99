import { expect, test } from '@jest/globals'
import { addressOf, isShown, nameProblem, viewOf } from '../../admin/src/views/view.js'

const shown = {
  filterValues: { status: ['OPEN', 'READY'], q: 'elm' },
  sort: { field: 'dueAt', order: 'ASC' as const },
  perPage: 50,
}

test('a view keeps filters, order and length of a list, and its address opens it at the first page', () => {
  const view = viewOf('  Elm  street ', shown)
  expect(view.label).toBe('Elm street')
  const asked = Object.fromEntries(new URLSearchParams(addressOf(view)))
  expect(asked).toEqual({
    filter: JSON.stringify(shown.filterValues),
    sort: 'dueAt',
    order: 'ASC',
    page: '1',
    perPage: '50',
  })
})

test('a view is open while the list is filtered and sorted so, in whichever order that was chosen', () => {
  const view = viewOf('Elm', shown)
  expect(isShown(view, shown)).toBe(true)
  expect(
    isShown(view, { ...shown, filterValues: { q: 'elm', status: ['READY', 'OPEN'] }, perPage: 25 }),
  ).toBe(true)
  expect(isShown(view, { ...shown, filterValues: { ...shown.filterValues, q: 'oak' } })).toBe(false)
  expect(isShown(view, { ...shown, filterValues: { status: ['OPEN'], q: 'elm' } })).toBe(false)
  expect(isShown(view, { ...shown, sort: { field: 'dueAt', order: 'DESC' } })).toBe(false)
})

test('a name has 1 to 60 characters and is not taken, whatever the case; a view may keep its own', () => {
  const views = [viewOf('Late', shown), viewOf('Mine', shown)]
  expect(nameProblem(' ', views)).toBe('empty')
  expect(nameProblem('x'.repeat(61), views)).toBe('long')
  expect(nameProblem('x'.repeat(60), views)).toBeUndefined()
  expect(nameProblem(' LATE ', views)).toBe('taken')
  expect(nameProblem('late', views, 'Late')).toBeUndefined()
  expect(nameProblem('mine', views, 'Late')).toBe('taken')
  expect(nameProblem('Later', views)).toBeUndefined()
})
