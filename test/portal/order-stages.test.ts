import { expect, test } from '@jest/globals'
import { stageGroups, stageWords } from '../../portal/src/words/orders.js'

test('the list of orders offers every stage once', () => {
  const offered = stageGroups.flatMap(({ stages }) => stages)
  expect(offered.toSorted()).toEqual(Object.keys(stageWords).toSorted())
})
