import type { FastifyReply } from 'fastify'
import { contentDisposition } from './content-disposition.js'
import { type FileRequest, queryOf, refuse } from './file-answer.js'
import type { LocalDisk } from './storage/local-disk.js'
import type { ByteRange } from './storage/storage.js'

const CLOSED = "default-src 'none'; frame-ancestors 'none'; sandbox"
const IN_PLACE = "default-src 'none'; frame-ancestors 'self'; sandbox"

/**
 * Gives a stored file to whoever holds its signed address: to be saved, or, where the address says so, shown in place
 * as what it was found to be, in a page that may do nothing.
 */
export async function serveDownload(
  disk: LocalDisk,
  request: FileRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { key } = request.params
  const terms = disk.verify('download', key, queryOf(request))
  if (!terms) return refuse(reply, 403, 'This address was changed, or its time is over.')
  const file = await disk.head(key)
  if (!file) return refuse(reply, 404, 'This file is gone.')
  const disposition = terms.get('disposition') === 'inline' ? 'inline' : 'attachment'
  const type = terms.get('type') ?? ''
  reply.header('content-disposition', contentDisposition(disposition, terms.get('name') ?? 'file'))
  reply.header('content-security-policy', disposition === 'inline' ? IN_PLACE : CLOSED)
  reply.header('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type)
  reply.header('accept-ranges', 'bytes')
  const range = rangeOf(request.headers.range, file.size)
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${file.size}`).send()
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${file.size}`)
  return reply.header('content-length', end - start + 1).send(await disk.openRead(key, { start, end }))
}

/** The one range a reader asks for; undefined gives the whole, `none` where it lies outside. Source: RFC 9110, 14.2. */
function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === undefined || (from === '' && !to)) return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || !to ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to && Number(to) < start) return undefined
  return start > end ? 'none' : { start, end }
}
