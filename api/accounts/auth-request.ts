import type { FastifyRequest } from 'fastify'

/** Under which header the mount tells the caller's address; what a caller sends under it is dropped. */
export const ADDRESS_HEADER = 'x-waybill-address'

/** A request's headers as the web's standard object, with the address it came from. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set(ADDRESS_HEADER, request.ip)
  return headers
}

/** One short text of a JSON body that was left as it came, or undefined where there is none. */
export function fieldOf(request: FastifyRequest, name: string): string | undefined {
  try {
    const value = (JSON.parse(String(request.body)) as Record<string, unknown>)[name]
    return typeof value === 'string' && value.length < 300 ? value : undefined
  } catch {
    return undefined
  }
}
