import { expect, test } from '@jest/globals'
import { oneAtATime } from '../../portal/src/wire/one-at-a-time.js'

test('whoever asks during a reading shares the one after it, and none runs beside another', async () => {
  const ends: (() => void)[] = []
  let running = 0
  const read = oneAtATime(async () => {
    running += 1
    expect(running).toBe(1)
    await new Promise<void>((end) => ends.push(end))
    running -= 1
  })
  const first = read()
  const shared = [read(), read(), read()]
  expect(ends).toHaveLength(1)
  ends[0]!()
  await first
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  const later = read()
  ends[1]!()
  await Promise.all(shared)
  await Promise.resolve()
  ends[2]!()
  await later
  expect(ends).toHaveLength(3)
  void read()
  expect(ends).toHaveLength(4)
})

test('a reading that fails keeps nobody from the next', async () => {
  let readings = 0
  const read = oneAtATime(async () => {
    readings += 1
    if (readings === 1) throw new Error('not there')
  })
  const first = read()
  const second = read()
  await expect(first).rejects.toThrow('not there')
  await second
  await read()
  expect(readings).toBe(3)
})
