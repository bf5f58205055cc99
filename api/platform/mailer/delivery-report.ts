import PostalMime from 'postal-mime'

/** What a mail server reports about a mail that it could not, or could not yet, deliver. */
export interface DeliveryReport {
  /** `failed`: it gave up. `delayed`: it still tries. */
  readonly action: 'failed' | 'delayed'
  /** Its reason in one line, for people of ours. */
  readonly reason: string
}

const MOST_LETTERS = 500

/**
 * Reads a delivery report. Undefined for everything else that comes to such an address: answers by machines and people,
 * reports of success, reports about several recipients of which none failed. Source: RFC 3464, RFC 6522.
 */
export async function readDeliveryReport(raw: Uint8Array): Promise<DeliveryReport | undefined> {
  const mail = await PostalMime.parse(raw, {
    maxNestingDepth: 20,
    maxHeadersSize: 65_536,
    attachmentEncoding: 'utf8',
  })
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (!/^\s*multipart\/report\b/i.test(type) || !/report-type\s*=\s*"?delivery-status"?/i.test(type))
    return undefined
  const status = mail.attachments.find(({ mimeType }) =>
    ['message/delivery-status', 'message/global-delivery-status'].includes(mimeType.toLowerCase()),
  )
  if (!status) return undefined
  const groups = asText(status.content)
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(fieldsOf)
  const about = (action: string) =>
    groups.find((fields) => fields.get('action')?.toLowerCase().startsWith(action))
  const failed = about('failed')
  if (failed) return { action: 'failed', reason: reasonIn(failed) }
  const delayed = about('delayed')
  return delayed && { action: 'delayed', reason: reasonIn(delayed) }
}

function asText(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** The fields of one group, folded lines joined, by their names in small letters. */
function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
      return name ? [[name.toLowerCase(), value ?? ''] as const] : []
    }),
  )
}

function reasonIn(fields: Map<string, string>): string {
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, '')
  const text = [fields.get('status'), diagnostic]
    .filter(Boolean)
    .join(' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
  return text.trim().slice(0, MOST_LETTERS) || 'No reason was given.'
}
