/** A page as the SQL gives it. */
export interface PageRows {
  readonly rows: readonly (Record<string, unknown> & { _cursor: readonly string[] })[]
  readonly first: number
  readonly total: number | null
}

/** A page as the connection types of the schema show it. */
export interface PageResult {
  readonly nodes: readonly Record<string, unknown>[]
  readonly edges: readonly { cursor: string; node: Record<string, unknown> }[]
  readonly pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
  readonly totalCount: { count: number; precision: 'EXACT' | 'AT_LEAST' } | null
}

/** Turns a page's rows, one more than asked for where there are more, into the connection the caller asked for. */
export function pageOf(page: PageRows, args: { after?: unknown; offset?: unknown }, cap: number): PageResult {
  const rows = page.rows.slice(0, page.first)
  const edges = rows.map((node) => ({ cursor: encodeCursor(node._cursor), node }))
  return {
    nodes: rows,
    edges,
    pageInfo: {
      hasNextPage: page.rows.length > page.first,
      hasPreviousPage: Boolean(args.after || args.offset),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount:
      page.total === null
        ? null
        : page.total > cap
          ? { count: cap, precision: 'AT_LEAST' }
          : { count: page.total, precision: 'EXACT' },
  }
}

function encodeCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}
