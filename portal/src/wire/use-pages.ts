import { useCallback, useState } from 'react'
import type { TypedDocumentString } from '../gen/operations.js'
import { ask } from './ask.js'
import { useBearer } from './caller.js'
import { useReading } from './use-read.js'

/** A page of a list as the API answers it. */
interface Page<Node> {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** A list as far as it was read. */
export interface Pages<Node, Answer = unknown> {
  nodes: Node[] | undefined
  /** What its last page came with. */
  answer: Answer | undefined
  error: Error | undefined
  /** Reads the next page, too; undefined where all of it is there. */
  more: (() => void) | undefined
  /** Whether the next page is on its way. */
  reading: boolean
  reload: () => Promise<void>
}

/** Reads a list by as many pages as were asked for; reading again reads all of them, so that nothing falls between two. */
export function usePages<
  Answer,
  Variables extends { first: number; after?: string | null | undefined },
  Node,
>(
  operation: TypedDocumentString<Answer, Variables>,
  variables: Variables,
  pageOf: (answer: Answer) => Page<Node>,
): Pages<Node, Answer> {
  const bearer = useBearer()
  const [wanted, setWanted] = useState(1)
  const text = JSON.stringify(variables)
  const read = useCallback(async () => {
    const nodes: Node[] = []
    let answer: Answer | undefined
    let [pages, after, isMore]: [number, string | null, boolean] = [0, null, true]
    for (; isMore && pages < wanted; pages += 1) {
      answer = await ask(operation, { ...(JSON.parse(text) as Variables), after }, bearer)
      const page = pageOf(answer)
      nodes.push(...page.nodes)
      after = page.pageInfo.endCursor
      isMore = page.pageInfo.hasNextPage
    }
    return { nodes, answer, pages, isMore }
  }, [operation, text, bearer, wanted, pageOf])
  const { data, error, reload } = useReading(`pages|${bearer ?? ''}|${operation.toString()}|${text}`, read)
  // A next page that failed is wanted already, and is read by reading again.
  const more = (pages: number): void => (wanted > pages ? void reload() : setWanted(pages + 1))
  return {
    nodes: data?.nodes,
    answer: data?.answer,
    error,
    more: data?.isMore ? () => more(data.pages) : undefined,
    reading: data !== undefined && data.isMore && data.pages < wanted && !error,
    reload,
  }
}
