import { expect, jest, test } from '@jest/globals'
import { withBeats } from '../../api/platform/live/fading.js'

/** A generator that gives nothing until it is told to; `listened` counts who listens to what it was asked for. */
function quiet() {
  let tell: (result: IteratorResult<string>) => void = () => {}
  const promise = new Promise<IteratorResult<string>>((resolve) => (tell = resolve))
  const listened = jest.spyOn(promise, 'then')
  const of = { next: () => promise } as unknown as AsyncGenerator<string>
  return { of, tell, listened }
}

test('however long nothing comes, what is waited for is listened to once', async () => {
  const { of, tell, listened } = quiet()
  const beats = withBeats(of, () => 1)
  for (let beat = 0; beat < 50; beat++) expect(await beats.next()).toEqual({ done: false, value: null })
  expect(listened).toHaveBeenCalledTimes(1)
  tell({ done: false, value: 'news' })
  const seen: unknown[] = []
  for (let i = 0; i < 50 && !seen.includes('news'); i++) seen.push((await beats.next()).value)
  expect(seen).toContain('news')
})

test('what goes wrong is told, though it went wrong between two beats', async () => {
  async function* failing(): AsyncGenerator<string> {
    yield 'news'
    throw new Error('gone')
  }
  const beats = withBeats(failing(), () => 60_000)
  expect([await beats.next(), await beats.next()].map(({ value }) => value)).toEqual([null, 'news'])
  await expect(beats.next()).rejects.toThrow('gone')
})
