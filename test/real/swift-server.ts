import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import type { S3Config } from '../../api/platform/config.js'
import { freePort } from '../../api/platform/postgres/free-port.js'
import { type OwnProcess, startProcess, untilListening } from './own-process.js'

const run = promisify(execFile)
const KINDS = ['account', 'container', 'object'] as const

/** OpenStack Swift on one node, speaking S3 with signatures checked, with one empty bucket. */
export interface SwiftServer {
  readonly s3: S3Config
  /** The settings of a house that keeps its files in it. */
  readonly settings: Record<string, string>
  /** A client with all rights, to look at the bucket beside the code that is tested. */
  readonly client: S3Client
  close(): Promise<void>
}

/** Starts Debian's Swift in a folder of its own: three rings of one device, one replica, nobody but us as user. */
export async function startSwift(): Promise<SwiftServer> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-swift-'))
  await mkdir(join(folder, 'devices/d1'), { recursive: true })
  await writeFile(
    join(folder, 'swift.conf'),
    `[swift-hash]\nswift_hash_path_suffix = ${randomBytes(8).toString('hex')}\n`,
  )
  const secretAccessKey = randomBytes(16).toString('hex')
  const running: OwnProcess[] = []
  const start = async (name: string, port: number, config: string) => {
    const file = join(folder, `${name}.conf`)
    await writeFile(file, config)
    const process = startProcess('/usr/bin/python3', ['-c', launcher(folder), name, file])
    running.push(process)
    await untilListening(port, process)
  }
  const close = async () => {
    for (const process of running.toReversed()) await process.end()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const startBackend = async (kind: string) => {
      const port = await freePort()
      await makeRing(folder, kind, port)
      await start(kind, port, backend(folder, kind, port))
    }
    await Promise.all(KINDS.map(startBackend))
    const port = await freePort()
    await start('proxy', port, proxy(folder, port, secretAccessKey))
    return await withBucket(port, secretAccessKey, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function withBucket(
  port: number,
  secretAccessKey: string,
  close: () => Promise<void>,
): Promise<SwiftServer> {
  const s3 = {
    bucket: 'waybill-files',
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    accessKeyId: 'waybill:files',
    secretAccessKey,
    pathStyle: true,
  }
  const client = clientOf(s3)
  await client.send(new CreateBucketCommand({ Bucket: s3.bucket }))
  return {
    s3,
    settings: {
      S3_BUCKET: s3.bucket,
      S3_ENDPOINT: s3.endpoint,
      S3_REGION: s3.region,
      S3_ACCESS_KEY_ID: s3.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
      S3_PATH_STYLE: 'true',
    },
    client,
    close: async () => {
      client.destroy()
      await close()
    },
  }
}

function clientOf({ endpoint, region, accessKeyId, secretAccessKey }: S3Config): S3Client {
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

/** Runs a server of Swift's with the settings of our folder in place of the machine's. */
function launcher(folder: string): string {
  return [
    'import sys, runpy, swift.common.utils as utils',
    `utils.SWIFT_CONF_FILE = ${JSON.stringify(join(folder, 'swift.conf'))}`,
    'name, conf = sys.argv[1:3]',
    'sys.argv = ["swift-%s-server" % name, conf]',
    'runpy.run_path("/usr/bin/swift-%s-server" % name, run_name="__main__")',
  ].join('\n')
}

async function makeRing(folder: string, kind: string, port: number): Promise<void> {
  const file = join(folder, `${kind}.builder`)
  const build = (...args: string[]) => run('/usr/bin/swift-ring-builder', [file, ...args])
  await build('create', '4', '1', '0')
  await build(
    'add',
    '--region',
    '1',
    '--zone',
    '1',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--device',
    'd1',
    '--weight',
    '1',
  )
  await build('rebalance')
}

function common(folder: string, port: number): string {
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
devices = ${folder}/devices
mount_check = false
disable_fallocate = true
fallocate_reserve = 0
`
}

function backend(folder: string, kind: string, port: number): string {
  return `${common(folder, port)}
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
`
}

function proxy(folder: string, port: number, secret: string): string {
  return `${common(folder, port)}
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth copy slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
# What a bucket's own CORS rules would say.
cors_allow_origin = *
strict_cors_mode = false
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:cache]
use = egg:swift#memcache
# Nobody is there, and nothing is cached: what asks for a cache only wants to have asked.
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:bulk]
use = egg:swift#bulk
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
cors_preflight_allow_origin = *
[filter:tempauth]
use = egg:swift#tempauth
user_waybill_files = ${secret} .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
`
}
