import type { FastifyReply, FastifyRequest } from 'fastify'

/** A request for one stored file. */
export type FileRequest = FastifyRequest<{ Params: { key: string } }>

/** Refuses in a line of plain text. The connection ends, so that a body nobody wants is not read. */
export function refuse(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).header('connection', 'close').type('text/plain; charset=utf-8').send(`${text}\n`)
}

/** The query of an address, as it was sent. */
export function queryOf(request: FastifyRequest): string {
  const at = request.raw.url?.indexOf('?') ?? -1
  return at < 0 ? '' : (request.raw.url ?? '').slice(at + 1)
}
