import type { Caller } from './caller.js'

interface Field {
  readonly key: string
  readonly kind: string
  readonly options: string[]
}

const GOOD: Record<string, (field: Field) => string[]> = {
  SHORT_TEXT: () => ['Elm Street Dental'],
  LONG_TEXT: () => ['Everything we do, and above all check-ups.'],
  EMAIL: () => ['diego@elm-dental.test'],
  URL: () => ['https://elm-dental.test'],
  PHONE: () => ['+1 212 555 0142'],
  NUMBER: () => ['1500'],
  DATE: () => ['2027-03-01'],
  YES_NO: () => ['yes'],
  ONE_OF: ({ options }) => [options[0]!],
  MANY_OF: ({ options }) => options.slice(0, 2),
}

/** Good answers to every question of a document's form that takes text. */
export async function answersFor(
  caller: Caller,
  documentId: string,
): Promise<{ key: string; value: string[] }[]> {
  const { onboardingDocument } = await caller.ask(
    'query($id: ID!) { onboardingDocument(id: $id) { form { fields { key kind options } } } }',
    { id: documentId },
  )
  const fields: Field[] = onboardingDocument.form.fields
  return fields.filter((f) => f.kind !== 'FILE').map((f) => ({ key: f.key, value: GOOD[f.kind]!(f) }))
}

/** Uploads a file as a browser would; gives its id once it is ready. */
export async function sendFile(
  caller: Caller,
  name: string,
  content: string | Buffer,
  type = 'text/plain',
): Promise<string> {
  const body = Buffer.from(content)
  const { createUpload } = await caller.ask(
    'mutation($n: String!, $s: Int!, $t: String!) { createUpload(name: $n, size: $s, type: $t) { url method headers { name value } file { id } } }',
    { n: name, s: body.length, t: type },
  )
  const headers = Object.fromEntries(
    createUpload.headers.map((h: { name: string; value: string }) => [h.name, h.value]),
  )
  const sent = await fetch(createUpload.url, { method: createUpload.method, headers, body })
  if (!sent.ok) throw new Error(`${name} was not taken: ${sent.status} ${await sent.text()}`)
  const { completeUpload } = await caller.ask(
    'mutation($id: ID!) { completeUpload(id: $id) { id status } }',
    { id: createUpload.file.id },
  )
  if (completeUpload.status !== 'READY') throw new Error(`${name} is ${completeUpload.status}`)
  return completeUpload.id
}
