import type { House } from '../platform/context.js'
import type { InlinePicture } from '../platform/mailer/outgoing.js'
import { contentId } from '../platform/mailer/content.js'
import { pictureOf } from '../reports/report-picture.js'

/** A picture as the page part shows it. What people wrote cannot look like this: their quotation marks are escaped. */
const SHOWN = /src="cid:(rpt_[0-9a-z]{26})@picture\.waybill"/g

/** The pictures that the page part of a mail shows, to travel with it. Throws where one cannot be drawn now. */
export async function picturesIn(house: House, html: string): Promise<InlinePicture[]> {
  const sources = new Set([...html.matchAll(SHOWN)].map(([, source]) => source!))
  const pictures: InlinePicture[] = []
  for (const source of sources) {
    const bytes = await pictureOf(house, source)
    if (bytes) pictures.push({ cid: contentId(source), filename: 'report.png', bytes })
  }
  return pictures
}

/** The page part with a picture within it, for whoever looks at a mail elsewhere than in a mail program. */
export function withPicture(html: string, source: string, picture: Buffer): string {
  return html.replaceAll(
    `src="cid:${contentId(source)}"`,
    `src="data:image/png;base64,${picture.toString('base64')}"`,
  )
}
