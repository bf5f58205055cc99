import type { FastifyReply } from 'fastify'
import type { House } from '../platform/context.js'
import { type FileRequest, queryOf, refuse } from './file-answer.js'
import type { LocalDisk, Received } from './storage/local-disk.js'

export interface UploadDoor {
  readonly house: House
  readonly disk: LocalDisk
  readonly limits: { readonly idleMs: number; readonly totalMs: number }
}

/** Takes the bytes of an announced file: exactly as many and of the type that were signed, once, and not for ever. */
export async function takeUpload(
  door: UploadDoor,
  request: FileRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { key } = request.params
  const terms = door.disk.verify('upload', key, queryOf(request))
  if (!terms) return refuse(reply, 403, 'This address was changed, or its time is over.')
  const size = Number(terms.get('size'))
  const length = request.headers['content-length']
  if (length === undefined) return refuse(reply, 411, 'Say how long the body is.')
  if (Number(length) !== size) return refuse(reply, 400, `The file was announced with ${size} bytes.`)
  if (request.headers['content-type'] !== terms.get('type'))
    return refuse(reply, 415, `The file was announced as ${terms.get('type')}.`)
  if (!(await isAwaited(door.house, key))) return refuse(reply, 409, 'This file is not waited for any more.')
  const received = await receive(door, request, size)
  return received === 'kept' ? reply.code(204).send() : refuse(reply, ...sentences[received])
}

const sentences: Record<Exclude<Received, 'kept'> | 'broken' | 'full', [number, string]> = {
  'there-already': [409, 'The bytes of this file are here already.'],
  'too-long': [413, 'More bytes came than were announced.'],
  'too-short': [400, 'Fewer bytes came than were announced.'],
  broken: [408, 'The body broke off, or came too slowly.'],
  full: [507, 'There is no room for this file just now.'],
}

async function receive(
  { disk, limits }: UploadDoor,
  request: FileRequest,
  size: number,
): Promise<Received | 'broken' | 'full'> {
  const { raw } = request
  // Once the body is here whole, the rest is our disk's time, not the sender's.
  const cut = () => raw.complete || raw.destroy(new Error('too slow'))
  const total = setTimeout(cut, limits.totalMs)
  raw.setTimeout(limits.idleMs, cut)
  try {
    // Left open where the disk refuses, so that the answer still finds its way.
    return await disk.receive(request.params.key, size, raw.iterator({ destroyOnReturn: false }))
  } catch (error) {
    if (NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '')) return 'full'
    if (raw.destroyed || raw.errored) return 'broken'
    throw error
  } finally {
    clearTimeout(total)
    raw.setTimeout(0)
  }
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT'])

/** An address outlives what it was made for; a file that was completed or is gone takes no more bytes. */
async function isAwaited(house: House, key: string): Promise<boolean> {
  const { rowCount } = await house.database.pool.query(
    `select 1 from files where storage_key = $1 and status = 'UPLOADING'`,
    [key],
  )
  return rowCount === 1
}
