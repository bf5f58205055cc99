import type { FastifyInstance, FastifyReply } from 'fastify'
import type { House } from '../platform/context.js'
import type { FileRequest } from './file-answer.js'
import { serveDownload } from './serve-download.js'
import type { LocalDisk } from './storage/local-disk.js'
import { takeUpload } from './take-upload.js'

export interface FilesOptions {
  readonly disk: LocalDisk
  /** Milliseconds an upload may pause, and may take in all; half a minute and ten minutes by default. */
  readonly idleMs?: number
  readonly totalMs?: number
}

/**
 * Answers the signed addresses of the local disk: `PUT /files/upload/:key` and `GET /files/download/:key`. Nothing here
 * reads or sets a cookie: the address is the right, so any page may use it, with or without our session.
 */
export async function mountFiles(app: FastifyInstance, house: House, options: FilesOptions): Promise<void> {
  const limits = { idleMs: options.idleMs ?? 30_000, totalMs: options.totalMs ?? 600_000 }
  await app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', (_request, body, done) => done(null, body))
    files.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*')
      reply.header('x-content-type-options', 'nosniff')
      reply.header('referrer-policy', 'no-referrer')
      reply.header('cache-control', 'private, no-store')
    })
    files.options('/files/*', async (_request, reply) => preflight(reply))
    files.put(
      '/files/upload/:key',
      { bodyLimit: house.config.fileLimitBytes + 1 },
      (request: FileRequest, reply) => takeUpload({ house, disk: options.disk, limits }, request, reply),
    )
    files.get('/files/download/:key', { exposeHeadRoute: false }, (request: FileRequest, reply) =>
      serveDownload(options.disk, request, reply),
    )
  })
}

function preflight(reply: FastifyReply) {
  reply.header('access-control-allow-methods', 'GET, PUT')
  reply.header('access-control-allow-headers', 'content-type, range')
  reply.header('access-control-max-age', '600')
  return reply.code(204).send()
}
