import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Log } from '../log.js'
import { StartRefused } from '../start-refused.js'
import type { BounceAddresses } from './bounce-address.js'
import { type DeliveryReport, readDeliveryReport } from './delivery-report.js'

/** The sending of a mail that a report is about. */
export type Bounced = NonNullable<ReturnType<BounceAddresses['read']>>

export interface BounceListener {
  readonly port: number
  stop(): Promise<void>
}

interface ListenerOptions {
  readonly port: number
  readonly addresses: BounceAddresses
  readonly log: Log
  /** Writes a report down. What it throws makes the other side try again. */
  readonly report: (about: Bounced, report: DeliveryReport) => Promise<void>
}

/** Reports are small, and what they say stands before the mail that they give back. */
const READ_BYTES = 262_144
const MOST_BYTES = 10_485_760
const MOST_RECIPIENTS = 5
const MOST_CLIENTS = 20
const SILENCE_MS = 30_000

/**
 * A mail server for nothing but what comes back: it takes mail to the signed addresses of bounces alone, refuses every
 * other already by its address, relays nothing, and says that it took a report only when that is written down.
 */
export async function listenForBounces(options: ListenerOptions): Promise<BounceListener> {
  const { addresses, log } = options
  const server = new SMTPServer({
    banner: 'Waybill takes reports about its own mails',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: MOST_BYTES,
    maxClients: MOST_CLIENTS,
    socketTimeout: SILENCE_MS,
    closeTimeout: 1000,
    logger: false,
    onRcptTo: ({ address }, session, done) => {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return done(answer(452, 'Too many recipients'))
      return done(addresses.read(address) ? null : answer(550, 'No such mailbox here'))
    },
    onData: (stream, session, done) => void (async () => done(await answered(options, stream, session)))(),
  })
  server.on('error', (error) => log.warn({ err: error }, 'a line to the bounce listener broke'))
  await listening(server, options.port)
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((closed) => server.close(() => closed())),
  }
}

function listening(server: SMTPServer, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.server.once('error', (error: NodeJS.ErrnoException) =>
      failed(new StartRefused(`BOUNCE_PORT ${port} cannot be listened on: ${error.code}.`)),
    )
    server.listen(port, () => done())
  })
}

/** What the other side is told of its mail: nothing against it, or why not. */
async function answered(
  { addresses, log, report }: ListenerOptions,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Error | null> {
  try {
    const raw = await beginning(stream)
    const read = await readDeliveryReport(raw).catch(() => undefined) // not even a mail
    for (const { address } of read ? session.envelope.rcptTo : []) {
      const about = addresses.read(address)
      if (read && about) await report(about, read)
    }
    return null
  } catch (error) {
    if (error instanceof TooLarge) return answer(552, 'Too large')
    log.error({ err: error }, 'a delivery report could not be written down; it comes again')
    return answer(451, 'Not now, try again')
  }
}

class TooLarge extends Error {}

/** The first part of what is sent; the rest is read to its end and dropped. */
async function beginning(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = []
  let kept = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    if (kept >= READ_BYTES) continue
    parts.push(part)
    kept += part.length
  }
  if (stream.sizeExceeded) throw new TooLarge()
  return Buffer.concat(parts)
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
