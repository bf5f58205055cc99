import { type MailContent, picturesOf } from '../../platform/mailer/content.js'
import { chartSvg } from '../../reports/chart-svg.js'
import { drawPicture } from '../../reports/draw-picture.js'
import { withPicture } from '../mail-pictures.js'
import { sampleChart } from './sample-report.js'

/** The page part of a sample with its pictures within, to be looked at where no mail program puts them in. */
export async function withSamplePictures(html: string, content: MailContent): Promise<string> {
  let shown = html
  for (const source of picturesOf(content)) {
    const { chart, language } = sampleChart(source)
    shown = withPicture(shown, source, await drawPicture(chartSvg(chart, language)))
  }
  return shown
}
