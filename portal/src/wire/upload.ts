import { CompleteUploadDocument, CreateUploadDocument, type FilePartsFragment } from '../gen/operations.js'
import { ask } from './ask.js'
import { Refused, Unreachable } from './refused.js'

/**
 * Brings one file to Waybill: asks for a signed address, puts the bytes there, and says that they are complete.
 * `onProgress` gets a share from 0 to 1. @throws Refused where size, type or content is not accepted
 */
export async function upload(
  file: File,
  bearer: string | null,
  onProgress: (share: number) => void,
): Promise<FilePartsFragment> {
  const type = file.type || 'application/octet-stream'
  const { createUpload } = await ask(CreateUploadDocument, { name: file.name, size: file.size, type }, bearer)
  if (!createUpload?.file) throw new Unreachable('The upload could not be started.')
  await put(createUpload, file, onProgress)
  const { completeUpload } = await ask(CompleteUploadDocument, { id: createUpload.file.id }, bearer)
  if (!completeUpload) throw new Unreachable('The upload could not be completed.')
  if (completeUpload.status === 'REFUSED') {
    throw new Refused('The file was refused.', completeUpload.refusal ?? 'FILE_TYPE_REFUSED')
  }
  return completeUpload
}

interface Target {
  url: string
  method: string
  headers: { name: string; value: string }[]
}

/** XMLHttpRequest, because fetch can't tell how far an upload is. */
function put(target: Target, file: File, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(target.method, target.url)
    for (const { name, value } of target.headers) {
      // The browser sets the length itself and refuses to let a page do so.
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value)
    }
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () =>
      reject(new Unreachable('The connection broke while the file was on its way. Try again.'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else reject(new Unreachable(`The file store refused the file (${request.status}).`))
    }
    request.send(file)
  })
}
