import type { DocumentNode } from 'graphql'
import * as documents from '../gen/documents.js'
import { schema } from '../gen/schema.js'
import { everyDocument } from './build-query.js'
import { textOf } from './client.js'
import { resources } from './resources.js'

/**
 * The text of every operation that the back office can ask, as it asks it: those that are written down, and those that
 * are built from the schema. Its build writes them beside the pages, so that the API knows them from its start.
 */
export function everyOperation(): string[] {
  const written: DocumentNode[] = Object.values(documents).filter(isOperation)
  return [...new Set([...written, ...everyDocument(schema, resources)].map(textOf))]
}

function isOperation({ definitions }: DocumentNode): boolean {
  return definitions.some(({ kind }) => kind === 'OperationDefinition')
}
