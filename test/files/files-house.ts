import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify } from 'fastify'
import { completeUpload, inspectUpload } from '../../api/files/complete-upload.js'
import { createUpload } from '../../api/files/create-upload.js'
import { fileEntities } from '../../api/files/file.entity.js'
import { mountFiles } from '../../api/files/mount-files.js'
import { removeBytesJob } from '../../api/files/remove-bytes.task.js'
import { scanner } from '../../api/files/scan/scanner.js'
import { type LocalDisk, openLocalDisk } from '../../api/files/storage/local-disk.js'
import { storage } from '../../api/files/storage/storage.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { readConfig, type HouseConfig } from '../../api/platform/config.js'
import { systemCtx, type House, type Tx } from '../../api/platform/context.js'
import { APP_ROLE, openDatabase } from '../../api/platform/database.js'
import { openJobQueue } from '../../api/platform/job-queue.js'
import { type Job, workOn } from '../../api/platform/jobs.js'
import { transaction } from '../../api/platform/transaction.js'
import { freshDatabase } from '../support/database.js'

export const LIMIT = 300_000
export const member = (id: string): Viewer => ({ ...anonymous, kind: 'member', id })
export const link = (id: string, subject: string): Viewer => ({ ...anonymous, kind: 'link', id, subject })

export type FilesHouse = Awaited<ReturnType<typeof aFilesHouse>>

/** A house with a database, jobs, a disk of its own and a real server that answers file addresses. */
export async function aFilesHouse() {
  const database = await freshDatabase()
  const home = await mkdtemp(join(tmpdir(), 'waybill-files-'))
  const config = {
    ...readConfig({ WAYBILL_HOME: home, FILE_LIMIT_BYTES: String(LIMIT) }),
    databaseUrl: database.url,
    migrationUrl: database.url,
  } satisfies HouseConfig
  const log = { trace() {}, debug() {}, info() {}, warn() {}, error() {} }
  const db = await openDatabase({ url: database.url, entities: fileEntities })
  const kinds = [removeBytesJob] as unknown as readonly Job<never>[]
  const jobs = await openJobQueue(database.url, { role: APP_ROLE, log: log as never, kinds })
  const house = { config, database: db, jobs, log, relayNudge: () => undefined } as unknown as House
  const app = fastify({ bodyLimit: 1000 })
  const disk = await openLocalDisk({ folder: join(home, 'files'), publicUrl: '', secret: config.authSecret })
  storage.bind(disk)
  scanner.bind(undefined)
  await mountFiles(app, house, { disk, idleMs: 1500, totalMs: 5000 })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    house,
    disk,
    work: () => workOn(house, kinds),
    address,
    as: (viewer: Viewer) => caller(house, disk, address, viewer),
    tx: <T>(viewer: Viewer, work: (tx: Tx) => Promise<T>) => transaction(house, viewer, work),
    /** Names of all files on the disk, half ones included. */
    onDisk: async () =>
      (await readdir(join(home, 'files'), { recursive: true, withFileTypes: true }))
        .filter((e) => e.isFile())
        .map((e) => e.name),
    row: async (id: string) =>
      (await db.pool.query('select * from files where id = $1', [id])).rows[0] as Record<string, unknown>,
    close: async () => {
      await app.close()
      await jobs.stop()
      await db.close()
      await database.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

function caller(house: House, disk: LocalDisk, address: string, viewer: Viewer) {
  const announce = (name: string, size: number, type = '') =>
    transaction(house, viewer, (tx) => createUpload(tx, { name, size, type }))
  const complete = async (id: string) => {
    const found = await inspectUpload(systemCtx(house, viewer), { id })
    return transaction(house, viewer, (tx) => completeUpload(tx, { id, found }))
  }
  const target = async (
    id: string,
    change: Partial<{ size: number; type: string; expiresAt: Date }> = {},
  ) => {
    const { rows } = await house.database.pool.query<{ size: string; declared_type: string }>(
      'select size, declared_type from files where id = $1',
      [id],
    )
    const signed = {
      key: id,
      size: Number(rows[0]?.size),
      type: rows[0]?.declared_type ?? '',
      expiresAt: new Date(Date.now() + 60_000),
    }
    const { url, headers } = await disk.signedUpload({ ...signed, ...change })
    return { url: address + url, headers: Object.fromEntries(headers.map((h) => [h.name, h.value])) }
  }
  const put = async (id: string, bytes: Buffer) => {
    const { url, headers } = await target(id)
    return fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  }
  return {
    announce,
    complete,
    target,
    put,
    /** Announces, sends and completes; returns the id. */
    upload: async (name: string, bytes: Buffer, type = '') => {
      const id = await announce(name, bytes.length, type)
      const response = await put(id, bytes)
      if (response.status !== 204) throw new Error(`${response.status} ${await response.text()}`)
      return complete(id)
    },
    download: async (
      id: string,
      of: { name: string; type: string; disposition?: 'attachment' | 'inline'; expiresAt?: Date },
      headers: Record<string, string> = {},
    ) => {
      const url = await disk.signedDownload({
        key: id,
        disposition: 'attachment',
        expiresAt: new Date(Date.now() + 60_000),
        ...of,
      })
      return fetch(address + url, { headers })
    },
  }
}
