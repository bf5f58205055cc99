import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withToken } from '../api/notifications/mailroom.js'
import { renderMail } from '../api/platform/mailer/render.js'
import { samples } from '../test/notifications/sample-mails.js'

/** Writes every mail with sample facts into a folder, as pages and as text, with an index: to be looked at. */
const folder = process.argv[2] ?? 'mail-gallery'
await mkdir(folder, { recursive: true })
const links: string[] = []
for (const { name, content } of samples) {
  const mail = await renderMail(content)
  await writeFile(join(folder, `${name}.html`), withToken(mail.html, 'sample-token'))
  await writeFile(
    join(folder, `${name}.txt`),
    `Subject: ${mail.subject}\n\n${withToken(mail.text, 'sample-token')}`,
  )
  links.push(`<li><a href="${name}.html">${name}</a> · <a href="${name}.txt">text</a></li>`)
}
await writeFile(
  join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Mails</title><ul>${links.join('\n')}</ul>`,
)
console.log(`${samples.length} mails are in ${folder}/index.html`)
