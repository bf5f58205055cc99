import type { Answer, GraphqlError } from './caller.js'

/** What an event stream told: a result, or that it is over. */
export interface Told {
  readonly event: string
  readonly data?: { data?: Answer | null; errors?: GraphqlError[] }
}

export interface EventStream {
  readonly status: number
  readonly headers: Headers
  /** What came so far, beats left out. */
  readonly told: Told[]
  /** What came until now, once it suffices. */
  until(enough: (told: Told[]) => boolean): Promise<Told[]>
  /** Once the other side has ended the stream. */
  readonly ended: Promise<unknown>
  /** Goes away, as a closed page does. */
  leave(): void
}

/** Opens an event stream by POST, and reads it as the standard says. */
export function openStream(
  address: string,
  headers: Record<string, string>,
  body: object,
): Promise<EventStream> {
  return readStream(`${address}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** Opens an event stream, however it is asked for. */
export async function readStream(url: string, init: RequestInit): Promise<EventStream> {
  const gone = new AbortController()
  const response = await fetch(url, { ...init, signal: gone.signal })
  const told: Told[] = []
  const read = async () => {
    let rest = ''
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + piece).split('\n\n')
      rest = blocks.pop()!
      told.push(...blocks.filter((block) => !block.startsWith(':')).map(toldBy))
    }
  }
  const ended = read().catch((error: unknown) => error)
  return {
    status: response.status,
    headers: response.headers,
    told,
    ended,
    leave: () => gone.abort(),
    async until(enough) {
      const last = performance.now() + 30_000
      while (!enough(told)) {
        if (performance.now() > last) throw new Error(`Not told in time; told: ${JSON.stringify(told)}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return told
    },
  }
}

function toldBy(block: string): Told {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? ''
  const data = field('data')
  return { event: field('event'), ...(data && { data: JSON.parse(data) as Told['data'] }) }
}
