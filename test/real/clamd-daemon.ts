import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../api/platform/postgres/free-port.js'
import { startProcess, untilListening } from './own-process.js'

/** The words that our one signature finds. */
export const HARMFUL = 'waybill-test-file-that-counts-as-harmful'

/** ClamAV's daemon with a database of one signature of ours. */
export interface ClamdDaemon {
  readonly tcp: string
  readonly unix: string
  close(): Promise<void>
}

/** Starts Debian's clamd in a folder of its own. `maxMegabytes` is the longest stream that it takes. */
export async function startClamdDaemon(maxMegabytes = 30): Promise<ClamdDaemon> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-clamd-'))
  await mkdir(join(folder, 'database'))
  const signature = Buffer.from(HARMFUL).toString('hex')
  await writeFile(join(folder, 'database/own.ndb'), `Waybill.Test.Harmful:0:*:${signature}\n`)
  const port = await freePort()
  const config = join(folder, 'clamd.conf')
  await writeFile(
    config,
    [
      `DatabaseDirectory ${folder}/database`,
      `TemporaryDirectory ${folder}`,
      `LocalSocket ${folder}/clamd.ctl`,
      `TCPSocket ${port}`,
      'TCPAddr 127.0.0.1',
      `User ${userInfo().username}`,
      'Foreground yes',
      `StreamMaxLength ${maxMegabytes}M`,
      '',
    ].join('\n'),
  )
  const daemon = startProcess('/usr/sbin/clamd', ['--config-file', config])
  const close = async () => {
    await daemon.end()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilListening(port, daemon)
  } catch (error) {
    await close()
    throw error
  }
  return { tcp: `tcp://127.0.0.1:${port}`, unix: `unix://${folder}/clamd.ctl`, close }
}
