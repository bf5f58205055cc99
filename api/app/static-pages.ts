import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = rootAbove(import.meta.dirname)
/** What the build writes beside the pages for the program alone. */
const OPERATIONS = 'operations.json'

/**
 * Serves a front end's build below its path; every address of its own router gives its one page. Nothing where it isn't
 * built. `buckets` are origins at which files may lie.
 */
export async function mountPages(
  app: FastifyInstance,
  name: 'admin' | 'portal',
  buckets: readonly string[] = [],
): Promise<void> {
  const folder = join(root, 'dist', name)
  const index = join(folder, 'index.html')
  if (!existsSync(index)) return
  const page = readFileSync(index)
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: `/${name}/`,
      index: false,
      globIgnore: [OPERATIONS],
      wildcard: false,
      immutable: true,
      maxAge: '365d',
    })
    const send = (_request: unknown, reply: FastifyReply) =>
      reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-cache',
          'content-security-policy': policy(buckets),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
        })
        .send(page)
    scope.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`))
    scope.get(`/${name}/`, send)
    scope.get(`/${name}/*`, send)
  })
}

/** The text of every operation that a front end's build can ask; none where it isn't built. */
export function operationsOf(name: 'admin'): string[] {
  const file = join(root, 'dist', name, OPERATIONS)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []
}

/** What the pages may load, and from where: from us, and files from the bucket where they lie in one. */
function policy(buckets: readonly string[]): string {
  const files = ["'self'", ...buckets].join(' ')
  return `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src ${files} data: blob:; font-src 'self' data:; connect-src ${files} ws: wss:; frame-src ${files} blob: data:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'`
}

/** The program's own folder, whether this file runs as it is written or as it was built into dist/. */
function rootAbove(folder: string): string {
  const above = dirname(folder)
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : rootAbove(above)
}
