import { generateKeyPairSync } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../api/platform/postgres/free-port.js'
import { type OwnProcess, startProcess, untilListening } from './own-process.js'

/** The domain whose readers have mailboxes; `nobody@` and all others of {@link FAR} have none. */
export const READERS = 'readers.example'
export const FAR = 'far.example'
const RELAY = 'mx.waybill.test'
const SELECTOR = 'mail2026'

/** Debian's postfix with opendkim before it, in a folder and on ports of their own. */
export interface MailRelay {
  /** What the house is configured with to send through it. */
  readonly settings: Readonly<Record<string, string>>
  /** Addresses whose first try is put off, as greylisting does. */
  readonly greylisted: Set<string>
  /** The mails that lie in somebody's mailbox, as they were delivered. */
  delivered(reader: string): Promise<string[]>
  /** What postfix and opendkim have said, for a test that fails. */
  said(): Promise<string>
  close(): Promise<void>
}

/** Starts both; mail to `bounceDomain` is brought to a port of this machine. */
export async function startMailRelay(bounceDomain: string): Promise<MailRelay> {
  if (userInfo().uid !== 0) throw new Error('Postfix has to be started by root: run this test as root.')
  const folder = await mkdtemp(join(tmpdir(), 'waybill-postfix-'))
  await chmod(folder, 0o755)
  const [smtp, milter, bounces] = [await freePort(), await freePort(), await freePort()]
  const greylisted = new Set<string>()
  const greylisting = await startGreylisting(greylisted)
  const running: OwnProcess[] = []
  const said = async () =>
    [
      ...running.map((one) => one.said()),
      await readFile(join(folder, 'log/mail'), 'utf8').catch(() => ''),
    ].join('\n')
  const close = async () => {
    await endMaster(folder)
    for (const one of running.toReversed()) await one.end()
    greylisting.server.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const opendkim = await startOpendkim(folder, milter)
    running.push(opendkim)
    await untilListening(milter, opendkim)
    const ports = { smtp, milter, bounces, policy: greylisting.port }
    const postfix = await startPostfix(folder, ports, bounceDomain)
    running.push(postfix)
    await untilListening(smtp, postfix)
  } catch (error) {
    const words = await said()
    await close()
    throw new Error(`The mail relay did not start: ${words}`, { cause: error })
  }
  return {
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${smtp}`,
      MAIL_FROM: 'Waybill <no-reply@waybill.example>',
      DKIM_DOMAIN: 'waybill.example',
      DKIM_SELECTOR: SELECTOR,
      DKIM_KEY_FILE: join(folder, 'dkim.pem'),
      BOUNCE_DOMAIN: bounceDomain,
      BOUNCE_PORT: String(bounces),
    },
    greylisted,
    delivered: (reader) => mailsIn(join(folder, 'mail', reader, 'new')),
    said,
    close,
  }
}

/** What was started is a script around it: the master itself is ended by the number that it has written down. */
async function endMaster(folder: string): Promise<void> {
  const pid = Number(await readFile(join(folder, 'queue/pid/master.pid'), 'utf8').catch(() => ''))
  const lives = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  if (!pid || !lives()) return
  process.kill(pid, 'SIGTERM')
  while (lives()) await new Promise((resolve) => setTimeout(resolve, 50))
}

async function mailsIn(box: string): Promise<string[]> {
  const names = await readdir(box).catch(() => [])
  return Promise.all(names.map((name) => readFile(join(box, name), 'utf8')))
}

/** Opendkim verifies, and finds the public key in a file instead of in the DNS. */
async function startOpendkim(folder: string, port: number): Promise<OwnProcess> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await writeFile(join(folder, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const bare = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  await writeFile(join(folder, 'keys'), `${SELECTOR}._domainkey.waybill.example v=DKIM1; k=rsa; p=${bare}\n`)
  await writeFile(join(folder, 'internal'), '192.0.2.1\n') // none: what is internal would be signed, not verified
  const lines = [
    'Mode v',
    `Socket inet:${port}@127.0.0.1`,
    `TestPublicKeys ${folder}/keys`,
    `InternalHosts ${folder}/internal`,
    `AuthservID ${RELAY}`,
    'AlwaysAddARHeader yes',
    'Syslog no',
    'RequireSafeKeys no',
    `PidFile ${folder}/opendkim.pid`,
    '',
  ]
  await writeFile(join(folder, 'opendkim.conf'), lines.join('\n'))
  return startProcess('/usr/sbin/opendkim', ['-f', '-x', join(folder, 'opendkim.conf')])
}

interface Ports {
  readonly smtp: number
  readonly milter: number
  readonly bounces: number
  readonly policy: number
}

async function startPostfix(folder: string, ports: Ports, bounceDomain: string): Promise<OwnProcess> {
  const conf = join(folder, 'conf')
  for (const name of ['conf', 'queue', 'log', 'mail', 'data']) await mkdir(join(folder, name))
  const owner = await ownerOfMail()
  for (const name of ['data', 'mail']) await chown(join(folder, name), owner.uid, owner.gid)
  await writeFile(join(conf, 'transport'), `${bounceDomain} smtp:[127.0.0.1]:${ports.bounces}\n`)
  await writeFile(
    join(conf, 'boxes'),
    ['clara', 'nora', 'late'].map((name) => `${name}@${READERS} ${name}/\n`).join(''),
  )
  await writeFile(join(conf, 'main.cf'), mainCf(folder, ports, owner))
  await writeFile(join(conf, 'master.cf'), masterCf(ports.smtp))
  return startProcess('/usr/sbin/postfix', ['-c', conf, 'start-fg'])
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

/** The user under whom postfix works. */
async function ownerOfMail(): Promise<Owner> {
  const line = /^postfix:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8'))
  if (!line) throw new Error('There is no user "postfix" on this machine.')
  return { uid: Number(line[1]), gid: Number(line[2]) }
}

function mainCf(folder: string, { milter, policy }: Ports, { uid, gid }: Owner): string {
  return Object.entries({
    compatibility_level: '3.6',
    queue_directory: `${folder}/queue`,
    data_directory: `${folder}/data`,
    maillog_file: `${folder}/log/mail`,
    maillog_file_prefixes: folder,
    command_directory: '/usr/sbin',
    daemon_directory: '/usr/lib/postfix/sbin',
    mail_owner: 'postfix',
    setgid_group: 'postdrop',
    myhostname: RELAY,
    mydestination: FAR,
    local_recipient_maps: '', // it takes mail to anybody there, and finds out too late
    alias_maps: '',
    alias_database: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.1/32',
    disable_dns_lookups: 'yes',
    default_transport: 'error:5.4.4 no way there in this test', // nothing leaves this machine
    relay_transport: 'error:5.4.4 no way there in this test',
    transport_maps: `texthash:${folder}/conf/transport`,
    virtual_mailbox_domains: READERS,
    virtual_mailbox_base: `${folder}/mail`,
    virtual_mailbox_maps: `texthash:${folder}/conf/boxes`,
    virtual_minimum_uid: '1',
    virtual_uid_maps: `static:${uid}`,
    virtual_gid_maps: `static:${gid}`,
    smtpd_milters: `inet:127.0.0.1:${milter}`,
    smtpd_recipient_restrictions: `check_policy_service inet:127.0.0.1:${policy}, permit_mynetworks, reject`,
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
  })
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

/** Only what these tests need, none of it in a prison of its own. */
function masterCf(port: number): string {
  const service = (name: string, type: string, isPrivate: string, command = name) =>
    `${name} ${type} ${isPrivate} - n - - ${command}\n`
  const once = (name: string, wakeup: string, most: string, command = name) =>
    `${name} unix - - n ${wakeup} ${most} ${command}\n`
  return [
    `127.0.0.1:${port} inet n - n - - smtpd\n`,
    `qmgr unix n - n 300 1 qmgr\n`,
    `postlog unix-dgram n - n - 1 postlogd\n`,
    once('rewrite', '-', '-', 'trivial-rewrite'),
    once('bounce', '-', '0'),
    once('defer', '-', '0', 'bounce'),
    once('trace', '-', '0', 'bounce'),
    once('proxymap', '-', '-'),
    once('anvil', '-', '1'),
    `cleanup unix n - n - 0 cleanup\n`,
    `flush unix n - n 1000? 0 flush\n`,
    `showq unix n - n - - showq\n`,
    `local unix - n n - - local\n`,
    `virtual unix - n n - - virtual\n`,
    service('smtp', 'unix', '-'),
    service('relay', 'unix', '-', 'smtp'),
    service('error', 'unix', '-'),
    service('retry', 'unix', '-', 'error'),
  ].join('')
}

/** A policy server that puts the first try to some addresses off, as greylisting does. */
async function startGreylisting(greylisted: Set<string>): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    let asked = ''
    socket.setEncoding('utf8').on('data', (part) => {
      asked += String(part)
      for (let end = asked.indexOf('\n\n'); end >= 0; end = asked.indexOf('\n\n')) {
        const recipient = /^recipient=(.*)$/m.exec(asked.slice(0, end))?.[1] ?? ''
        asked = asked.slice(end + 2)
        const isNew = greylisted.delete(recipient)
        socket.write(`action=${isNew ? 'defer 4.7.1 Greylisted, come again' : 'dunno'}\n\n`)
      }
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  return { server, port: (server.address() as AddressInfo).port }
}
