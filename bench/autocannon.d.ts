/** What the load generator is used for here; its package brings no types. */
declare module 'autocannon' {
  interface Request {
    method: 'GET' | 'POST'
    path: string
    headers: Record<string, string>
    body?: string
  }
  interface Result {
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly duration: number
    readonly errors: number
    readonly non2xx: number
    readonly mismatches: number
  }
  interface Options {
    url: string
    connections: number
    amount: number
    requests: Request[]
  }
  const run: (options: Options) => Promise<Result>
  export default run
}
