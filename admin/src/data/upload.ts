import { CompleteUploadDocument, CreateUploadDocument, type FileShownFragment } from '../gen/documents.js'
import { client } from './client.js'
import { readRefusal } from './refusal.js'

/**
 * Brings a file to where files lie: announces it, sends its bytes to the signed address, and says that they are there.
 * @throws an Error whose message tells a person why the file was not taken
 */
export async function upload(file: File): Promise<FileShownFragment> {
  try {
    const announced = await client.mutate({
      mutation: CreateUploadDocument,
      variables: { name: file.name, size: file.size, type: file.type },
    })
    const target = announced.data?.createUpload
    if (!target?.file) throw new Error('The upload could not be started.')
    await send(target, file)
    const { data } = await client.mutate({
      mutation: CompleteUploadDocument,
      variables: { id: target.file.id },
    })
    if (data?.completeUpload) return data.completeUpload
  } catch (error) {
    throw new Error(readRefusal(error).message, { cause: error })
  }
  throw new Error('The upload could not be completed.')
}

interface Target {
  url: string
  method: string
  headers: { name: string; value: string }[]
}

async function send({ url, method, headers }: Target, file: File): Promise<void> {
  const sent = await fetch(url, {
    method,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
    body: file,
    credentials: 'omit',
  })
  if (!sent.ok) throw new Error(`The file store refused the file (${sent.status}).`)
}
