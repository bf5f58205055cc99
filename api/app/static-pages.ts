import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; frame-src 'self' blob: data:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'"

const root = rootAbove(import.meta.dirname)

/** Serves a front end's build below its path; every address of its own router gives its one page. Nothing where it isn't built. */
export async function mountPages(app: FastifyInstance, name: 'admin' | 'portal'): Promise<void> {
  const folder = join(root, 'dist', name)
  const index = join(folder, 'index.html')
  if (!existsSync(index)) return
  const page = readFileSync(index)
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: `/${name}/`,
      index: false,
      wildcard: false,
      immutable: true,
      maxAge: '365d',
    })
    const send = (_request: unknown, reply: FastifyReply) =>
      reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-cache',
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
        })
        .send(page)
    scope.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`))
    scope.get(`/${name}/`, send)
    scope.get(`/${name}/*`, send)
  })
}

/** The program's own folder, whether this file runs as it is written or as it was built into dist/. */
function rootAbove(folder: string): string {
  const above = dirname(folder)
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : rootAbove(above)
}
