import type { FastifyInstance } from 'fastify'
import { secondsFromNow, signer } from '../files/storage/signature.js'
import type { House } from '../platform/context.js'
import { port } from '../platform/port.js'
import { pictureOf } from './report-picture.js'

/** How long an address to look at a picture lives. */
const READ_SECONDS = 300

/** Makes the address of a report's picture; the address is the right to see it. Bound by the app. */
export const pictureAddress = port<(reportId: string, version: string) => string>('picture address')

const keyOf = (reportId: string) => `report/${reportId}`

/** Addresses of pictures, signed with the house's secret. `version` makes another address of another picture. */
export function signedPictureAddress({ publicUrl, authSecret }: { publicUrl: string; authSecret: string }) {
  const signs = signer(authSecret)
  return (reportId: string, version: string) =>
    `${publicUrl}/reports/${reportId}.png?${signs.sign('download', keyOf(reportId), { version }, secondsFromNow(READ_SECONDS))}`
}

/** Answers `GET /reports/:id.png` to whoever holds its signed address. Reads and sets no cookie. */
export function mountReportPictures(app: FastifyInstance, house: House): void {
  const signs = signer(house.config.authSecret)
  app.get<{ Params: { file: string } }>('/reports/:file', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('cache-control', 'private, no-store')
    const id = /^(rpt_[0-9a-z]{26})\.png$/.exec(request.params.file)?.[1]
    const query = request.url.split('?')[1] ?? ''
    if (!id || !signs.verify('download', keyOf(id), query))
      return reply.code(403).type('text/plain').send('This address was changed, or its time is over.')
    const picture = await pictureOf(house, id)
    if (!picture) return reply.code(404).type('text/plain').send('There is no picture here.')
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    return reply.type('image/png').send(picture)
  })
}
