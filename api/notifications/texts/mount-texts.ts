import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { House } from '../../platform/context.js'
import type { TextNotice } from '../../platform/texts/text-provider.js'
import { INBOUND_PATH, STATUS_PATH } from '../../platform/texts/text-paths.js'
import { noteReport } from './note-report.js'
import { receiveReply } from './receive-reply.js'
import { textRoom } from './text-room.js'

const BODY_LIMIT = 64 * 1024
const FORM = 'application/x-www-form-urlencoded'

/**
 * Mounts the two addresses at which the provider of texts calls us: reports about what we sent, and what people text to
 * us. What it has not signed is answered 401 and changes nothing.
 */
export async function mountTexts(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (part) => {
    part.removeAllContentTypeParsers()
    part.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    )
    part.post(STATUS_PATH, async (request, reply) => {
      const notice = read('status', request)
      if (notice?.about !== 'TEXT') return reply.code(401).send()
      await noteReport(house, notice)
      return reply.code(204).send()
    })
    part.post(INBOUND_PATH, async (request, reply) => {
      const notice = read('inbound', request)
      if (notice?.about !== 'REPLY') return reply.code(401).send()
      const { answer } = await receiveReply(house, notice)
      return reply.code(200).type('text/xml; charset=utf-8').send(asXml(answer))
    })
  })
}

function read(kind: 'status' | 'inbound', request: FastifyRequest): TextNotice | undefined {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  return textRoom.bound.provider.read(kind, {
    path: request.url,
    headers: Object.fromEntries(headers),
    form: Object.fromEntries(new URLSearchParams(String(request.body))),
  })
}

/** What the provider is to do with a text that came in: nothing, or to text this back. */
function asXml(answer: string | null): string {
  const message = answer === null ? '' : `<Message>${escaped(answer)}</Message>`
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${message}</Response>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, (mark) => ENTITIES[mark]!)
