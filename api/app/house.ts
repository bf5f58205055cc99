import { fastify, type FastifyInstance } from 'fastify'
import type { HouseConfig, ServiceName } from '../platform/config.js'
import type { House } from '../platform/context.js'
import { workOn } from '../platform/jobs.js'
import { type BounceListener, listenForBounces } from '../platform/mailer/bounce-listener.js'
import { freePort } from '../platform/postgres/free-port.js'
import { StartRefused } from '../platform/start-refused.js'
import { startWorker, type Worker } from '../platform/worker.js'
import { mountSignIn } from '../accounts/mount-sign-in.js'
import { viewerOf } from '../accounts/viewer-of.js'
import { mountFiles } from '../files/mount-files.js'
import { bucketOrigins } from '../files/storage/bucket-origins.js'
import { filesReachable } from '../files/files-reachable.js'
import { mountGatewayWebhook } from '../funds/gateway-webhook.js'
import { mountReportPictures } from '../reports/picture-address.js'
import { mailroom } from '../notifications/mailroom.js'
import { mountUnsubscribe } from '../notifications/mount-unsubscribe.js'
import { mountTexts } from '../notifications/texts/mount-texts.js'
import { noteBounce } from '../notifications/note-bounce.js'
import type { Bound } from './bindings.js'
import { callerLimits } from './caller-limits.js'
import { demoWorld } from './demo-world.js'
import { drainOnClose } from './drain.js'
import { mountGraphql, type WhoAsks } from './graphql-server.js'
import { startHousekeeping } from './housekeeping.js'
import { jobs } from './jobs.js'
import { mountHealth } from './health.js'
import { mountLive } from './mount-live.js'
import { openHouse } from './open-house.js'
import { knownOperations } from './known-operations.js'
import { mountPages, operationsOf } from './static-pages.js'

/** A house that answers: where, and how it is ended. */
export interface RunningHouse {
  readonly address: string
  readonly house: House
  readonly bound: Bound
  /** Where bounces are taken, in the process that does so. */
  readonly bouncePort: number | undefined
  stop(): Promise<void>
}

const BODY_LIMIT = 256 * 1024
/** How long a closing server goes on answering what it was asked. */
const DRAIN_MS = 8000

/** Opens the house and starts the named services in this process. */
export async function startHouse(config: HouseConfig, services: ServiceName[]): Promise<RunningHouse> {
  const opened = await openHouse(await withPort(config))
  const { house } = opened
  const running: { stop(): Promise<void> }[] = [{ stop: () => opened.close() }]
  const stop = async () => {
    for (const part of running.toReversed()) await part.stop()
  }
  try {
    if (house.config.mode === 'sandbox') await demoWorld(house)
    const worker = services.includes('worker') ? startWorker(house) : undefined
    if (worker) running.push(worker, startHousekeeping(house))
    if (worker) await workOn(house, jobs)
    const listener = worker && (await takeBounces(house))
    if (listener) running.push(listener)
    const web = services.includes('web') ? await startWeb(house, opened.bound, worker) : undefined
    if (web) running.push(web)
    const address = web?.address ?? house.config.publicUrl
    return { address, house, bound: opened.bound, bouncePort: listener?.port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Listens for what comes back of our mails, where that is wanted. */
async function takeBounces(house: House): Promise<BounceListener | undefined> {
  const { bounces } = house.config.mail
  const addresses = mailroom.bound.bounces
  if (!bounces || !addresses) return undefined
  return listenForBounces({
    port: bounces.port,
    addresses,
    log: house.log,
    report: (about, report) => noteBounce(house, about, report),
  })
}

async function startWeb(
  house: House,
  bound: Bound,
  worker: Worker | undefined,
): Promise<{ address: string; stop(): Promise<void> }> {
  const app: FastifyInstance = fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: false,
    forceCloseConnections: true,
    requestTimeout: 600_000,
  })
  drainOnClose(app, DRAIN_MS)
  const whoAsks: WhoAsks = (headers) => viewerOf(bound.signIn, headers)
  await mountSignIn(app, bound.signIn)
  if (bound.disk) await mountFiles(app, house, { disk: bound.disk })
  mountGatewayWebhook(app, house)
  await mountUnsubscribe(app, house)
  await mountTexts(app, house)
  mountReportPictures(app, house)
  mountHealth(app, house, { worker: () => worker?.alive() ?? true, ...filesReachable() })
  const limits = callerLimits(house.config)
  const known = knownOperations(operationsOf('admin'))
  await mountGraphql(app, house, whoAsks, limits, known)
  const endLive = mountLive(app, { house, whoAsks, limits, known })
  await mountPages(app, 'admin', bucketOrigins(house.config))
  await mountPages(app, 'portal', bucketOrigins(house.config))
  const address = await listen(app, house.config)
  return {
    address,
    stop: async () => {
      await endLive()
      await app.close()
    },
  }
}

/** Chooses the port where the system may: addresses in mails, files and webhooks name it. */
async function withPort(config: HouseConfig): Promise<HouseConfig> {
  if (config.port !== 0) return config
  const port = await freePort()
  return { ...config, port, publicUrl: `http://localhost:${port}` }
}

async function listen(app: FastifyInstance, config: HouseConfig): Promise<string> {
  try {
    await app.listen({ port: config.port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartRefused(`Port ${config.port} is taken: end the other program or set PORT.`)
    throw error
  }
  const bound = app.server.address()
  return typeof bound === 'object' && bound ? `http://localhost:${bound.port}` : config.publicUrl
}
