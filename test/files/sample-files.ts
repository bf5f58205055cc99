import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

const ascii = (text: string) => Buffer.from(text, 'latin1')
const u16 = (n: number) => Buffer.from([n & 255, n >> 8])
const u32 = (n: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n >>> 0)
  return bytes
}

/** A one-page PDF with the right offsets in its table. */
export function aPdf(text = 'Waybill'): Buffer {
  const stream = `BT /F1 24 Tf 20 100 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  return ascii(`${body}${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`)
}

/** A picture of 4 × 4 red dots; `comment` goes into a text chunk. */
export function aPng(comment = 'made for a test'): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([ascii(name), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, 8, 2, 0, 0, 0])
  const row = [0, ...Array.from({ length: 4 }, () => [220, 30, 30]).flat()]
  const pixels = deflateSync(Buffer.from([row, row, row, row].flat()))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', ascii(`Comment\0${comment}`)),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A small Word document; more parts, or another main type, may be given. */
export function aDocx(more: Record<string, string> = {}, main = `${WORD}.main+xml`): Buffer {
  return anArchive({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Waybill</w:t></w:r></w:p></w:body></w:document>`,
    ...more,
  })
}

/** A ZIP archive of these files. */
export function anArchive(files: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const raw = Buffer.from(text)
    const packed = deflateRawSync(raw)
    const sizes = Buffer.concat([
      u32(crc32(raw)),
      u32(packed.length),
      u32(raw.length),
      u16(name.length),
      u16(0),
    ])
    const common = Buffer.concat([u16(20), u16(0), u16(8), u32(0), sizes])
    const local = Buffer.concat([u32(0x04034b50), common, ascii(name), packed])
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        common,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        ascii(name),
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const count = u16(directory.length)
  const size = Buffer.concat(directory).length
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, u32(size), u32(offset), u16(0)])
  return Buffer.concat([...parts, ...directory, end])
}

export const aText = Buffer.from('Grüße aus Łódź\nThe logo is blue & the shop <soon> open.\n')
export const anSvg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const aPage = Buffer.from('\n <!DOCTYPE html><html><body><script>alert(1)</script></body></html>')
export const anExe = Buffer.concat([ascii('MZ\x90\0\x03\0\0\0'), Buffer.alloc(200, 7)])
