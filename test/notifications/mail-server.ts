import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** What the server does with one mail. */
export type Behaviour =
  | 'take'
  | 'close after taking'
  | 'refuse recipient'
  | 'refuse mail'
  | 'busy'
  | 'later'
  | 'hang'
  | 'hang at DATA'
  | 'drop after DATA'

/** A mail as it came over the wire. */
export interface Received {
  readonly raw: string
  /** The envelope's. */
  readonly sender: string
  readonly recipients: readonly string[]
  readonly messageId: string
  /** Whether its sender was never told that it was taken. */
  readonly dropped: boolean
}

/** A real SMTP server that behaves as it is told, mail by mail. */
export interface MailServer {
  readonly url: string
  readonly received: Received[]
  /** Decides what is done with the next mail, as its line is opened or an open one is used again. */
  next: () => Behaviour
  /** How many lines were opened. */
  lines: number
  /** How long it takes its time over each mail, in milliseconds. */
  takesMs: number
  stop(): Promise<void>
}

/** Starts it on a free port, or on the one where an earlier one stood. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: Received[] = []
  const used = new Set<string>()
  const plans = new Map<string, Behaviour>()
  const plan = (session: SMTPServerSession): Behaviour => plans.get(session.id) ?? 'take'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onConnect: (session, done) => {
      mailServer.lines++
      plans.set(session.id, mailServer.next())
      if (plan(session) === 'hang') return
      done(plan(session) === 'busy' ? answer(421, 'Too busy') : null)
    },
    onMailFrom: (_address, session, done) => {
      if (used.has(session.id)) plans.set(session.id, mailServer.next())
      used.add(session.id)
      if (plan(session) === 'hang') return
      if (plan(session) === 'busy') return done(answer(421, 'Too busy'))
      done(plan(session) === 'later' ? answer(451, 'Try later') : null)
    },
    onRcptTo: (_address, session, done) =>
      done(plan(session) === 'refuse recipient' ? answer(550, 'No such mailbox') : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (plan(session) === 'hang at DATA') return
        if (plan(session) === 'refuse mail') return done(answer(554, 'Looks like spam'))
        const dropped = plan(session) === 'drop after DATA'
        received.push({ ...asReceived(Buffer.concat(parts).toString(), session), dropped })
        if (dropped) return hangUp(server, session)
        if (mailServer.takesMs) return void setTimeout(() => done(null), mailServer.takesMs)
        done(null)
        if (plan(session) === 'close after taking') setImmediate(() => hangUp(server, session))
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()))
  const { port: taken } = server.server.address() as AddressInfo
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${taken}`,
    received,
    next: () => 'take',
    lines: 0,
    takesMs: 0,
    stop: () => new Promise((closed) => server.close(() => closed())),
  }
  return mailServer
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

function asReceived(raw: string, session: SMTPServerSession): Omit<Received, 'dropped'> {
  return {
    raw,
    sender: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
    recipients: session.envelope.rcptTo.map((to) => to.address),
    messageId: /^message-id: (.*)$/im.exec(raw)?.[1] ?? '',
  }
}

/** Ends a line at once: where its mail was just taken in whole, the sender never hears of it. */
function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  const { connections } = server as unknown as {
    connections: Set<{ id: string; _socket: { destroy(): void } }>
  }
  for (const connection of connections) if (connection.id === session.id) connection._socket.destroy()
}
