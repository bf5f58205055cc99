import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache'
import { type DocumentNode, type GraphQLError, parse, specifiedRules, validate } from 'graphql'
import { createHash } from 'node:crypto'
import { schema } from './schema.js'
import { MAX_TOKENS, rulesFor } from './schema-readers.js'

/** Reads the text of an operation, for somebody who reads the schema or does not: the document, or what is wrong with it. */
export type ReadDocument = (
  text: string,
  readsSchema: boolean,
) => Promise<DocumentNode | readonly GraphQLError[]>

/**
 * Reads texts and keeps the documents that were found right, as Apollo's server does over HTTP: thousands who follow by
 * the same words have them read once, and one plan, as plans belong to documents. What was not used for long makes room.
 */
export function documentReader(mode: 'sandbox' | 'production'): ReadDocument {
  const of = schema({ sandbox: mode === 'sandbox' })
  const kept = new InMemoryLRUCache<DocumentNode>()
  return async (text, readsSchema) => {
    const key = `${readsSchema} ${createHash('sha256').update(text).digest('base64')}`
    const known = await kept.get(key)
    if (known) return known
    const document = parse(text, { maxTokens: MAX_TOKENS })
    const wrong = validate(of, document, [...specifiedRules, ...rulesFor(readsSchema)])
    if (wrong.length === 0) await kept.set(key, document)
    return wrong.length ? wrong : document
  }
}
