import { createTransport } from 'nodemailer'

/** What a mail server says about a mail it could not deliver. */
export interface Report {
  readonly action: 'failed' | 'delayed' | 'delivered'
  readonly status?: string
  readonly diagnostic?: string
}

/** A delivery report as RFC 3464 has it, about a mail to somebody. */
export function deliveryReport({ action, status = '5.1.1', diagnostic = '' }: Report): string {
  return `From: Mail Delivery System <mailer-daemon@mx.far.example>
To: <somebody@bounces.waybill.example>
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="parts"

--parts
Content-Type: text/plain; charset=us-ascii

Your mail could not be delivered. Action: delivered is what you hoped for.

--parts
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.far.example
Arrival-Date: Tue, 24 Nov 2026 14:30:00 +0000

Final-Recipient: rfc822; somebody@far.example
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; ${diagnostic}

--parts
Content-Type: message/rfc822

From: no-reply@waybill.example
Subject: the mail itself

Action: delivered
--parts--
`.replaceAll('\n', '\r\n')
}

/** Brings a raw mail to a port of this machine, as a foreign mail server would. Throws what it answers. */
export async function bring(port: number, to: string | string[], raw: string, from = ''): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  try {
    await transport.sendMail({ envelope: { from, to }, raw })
  } finally {
    transport.close()
  }
}
