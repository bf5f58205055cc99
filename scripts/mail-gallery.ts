import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import 'reflect-metadata'
import { mailTemplates } from '../api/notifications/mail-templates.js'
import { withToken } from '../api/notifications/mailroom.js'
import { withSamplePictures } from '../api/notifications/samples/sample-pictures.js'
import { sampleLocales } from '../api/notifications/samples/sample-world.js'
import { calendarFile } from '../api/outreach/ics.js'
import { renderMail } from '../api/platform/mailer/render.js'

/** Writes every mail in every locale into a folder, as pages and as text, with an index: to be looked at. */
const folder = process.argv[2] ?? 'mail-gallery'
await mkdir(folder, { recursive: true })
const links: string[] = []
for (const locale of sampleLocales) {
  for (const kind of mailTemplates()) {
    for (const { variant, content } of kind.samples(locale, 'https://waybill.example')) {
      const name = [locale, kind.template, variant].filter(Boolean).join('.')
      const mail = await renderMail(content)
      const page = await withSamplePictures(withToken(mail.html, 'sample-token'), content)
      await writeFile(join(folder, `${name}.html`), page)
      const text = `Subject: ${mail.subject}\n\n${withToken(mail.text, 'sample-token')}`
      await writeFile(join(folder, `${name}.txt`), text)
      if (content.calendar) {
        await writeFile(join(folder, `${name}.ics`), calendarFile(content.calendar))
      }
      links.push(`<li><a href="${name}.html">${name}</a> · <a href="${name}.txt">text</a></li>`)
    }
  }
}
const index = `<!doctype html><meta charset="utf-8"><title>Mails</title><ul>${links.join('\n')}</ul>`
await writeFile(join(folder, 'index.html'), index)
console.log(`${links.length} mails are in ${folder}/index.html`)
