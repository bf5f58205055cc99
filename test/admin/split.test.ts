import { describe, expect, test } from '@jest/globals'
import {
  divide,
  isSplit,
  placeOf,
  shareAt,
  sharesOf,
  STEPS,
  typedShare,
} from '../../admin/src/disputes/split.js'

const HELD = ['1', '2', '3', '99', '49900', '50001', '900719925474099312345']
const sum = ({ toBuyer, toChannel }: { toBuyer: string; toChannel: string }) =>
  (BigInt(toBuyer) + BigInt(toChannel)).toString()

describe('dividing what is held', () => {
  test.each(HELD)(
    'at every place of the slider both shares of %s sum to it, to the last minor unit',
    (held) => {
      for (let place = 0; place <= STEPS; place++) expect(sum(shareAt(held, place))).toBe(held)
      expect(shareAt(held, 0)).toEqual({ toBuyer: '0', toChannel: held })
      expect(shareAt(held, STEPS)).toEqual({ toBuyer: held, toChannel: '0' })
    },
  )

  test('the slider stays where it was put', () => {
    for (let place = 0; place <= STEPS; place++)
      expect(placeOf('49900', shareAt('49900', place).toBuyer)).toBe(place)
  })

  test('nobody gets less than nothing or more than there is', () => {
    expect(divide('100', -5n)).toEqual({ toBuyer: '0', toChannel: '100' })
    expect(divide('100', '101')).toEqual({ toBuyer: '100', toChannel: '0' })
  })

  test('a release is all for the channel, a refund all for the buyer, a split what was chosen', () => {
    expect(sharesOf('RELEASE', '100', '30')).toEqual({ toBuyer: '0', toChannel: '100' })
    expect(sharesOf('REFUND', '100', '30')).toEqual({ toBuyer: '100', toChannel: '0' })
    expect(sharesOf('SPLIT', '100', '30')).toEqual({ toBuyer: '30', toChannel: '70' })
  })

  test('all for one side is no split', () => {
    expect(isSplit(divide('100', '0'))).toBe(false)
    expect(isSplit(divide('100', '100'))).toBe(false)
    expect(isSplit(divide('100', '1'))).toBe(true)
  })

  test('either share can be typed; the other is the rest', () => {
    const of = { held: '49900', currency: 'EUR' }
    expect(typedShare('100', 'toBuyer', of)).toEqual({ toBuyer: '10000', toChannel: '39900' })
    expect(typedShare('99,01', 'toChannel', of)).toEqual({ toBuyer: '39999', toChannel: '9901' })
    expect(typedShare('499.01', 'toBuyer', of)).toBeUndefined()
    expect(typedShare('1.005', 'toBuyer', of)).toBeUndefined()
    expect(typedShare('half', 'toBuyer', of)).toBeUndefined()
  })
})
