import type { Caller } from '../support/caller.js'

/** A file as its uploader reads it. */
export interface SentFile {
  readonly id: string
  readonly status: string
  readonly refusal: string | null
  readonly scan: string | null
  readonly finding: string | null
  readonly downloadUrl: string | null
  readonly viewUrl: string | null
}

const FIELDS = '{ id status refusal scan finding downloadUrl viewUrl }'
const LONGEST_MS = 60_000

/** Sends a file as a browser would; what `completeUpload` answers. */
export async function sendBytes(caller: Caller, name: string, bytes: Buffer): Promise<SentFile> {
  const { createUpload } = await caller.ask(
    'mutation($n: String!, $s: Int!) { createUpload(name: $n, size: $s, type: "") { url headers { name value } file { id } } }',
    { n: name, s: bytes.length },
  )
  const headers = createUpload.headers.map((h: { name: string; value: string }) => [h.name, h.value])
  const sent = await fetch(createUpload.url, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  if (!sent.ok) throw new Error(`${name} was not taken: ${sent.status} ${await sent.text()}`)
  const complete = `mutation($id: ID!) { completeUpload(id: $id) ${FIELDS} }`
  return (await caller.ask<{ completeUpload: SentFile }>(complete, { id: createUpload.file.id }))
    .completeUpload
}

/** The file as it is now. */
export async function fileNow(caller: Caller, id: string): Promise<SentFile> {
  const read = `query($id: ID!) { node(id: $id) { ... on File ${FIELDS} } }`
  return (await caller.ask<{ node: SentFile }>(read, { id })).node
}

/** The file once the scanner has spoken, or as it is when that takes too long. */
export async function scanned(caller: Caller, id: string): Promise<SentFile> {
  const end = performance.now() + LONGEST_MS
  for (;;) {
    const file = await fileNow(caller, id)
    if (file.status !== 'SCANNING' || performance.now() > end) return file
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
