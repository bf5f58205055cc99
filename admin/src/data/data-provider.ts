import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import buildGraphQLProvider from 'ra-data-graphql'
import type { DataProvider } from 'react-admin'
import { schema, type VerbInput } from '../gen/schema.js'
import { buildVerb, queryBuilder } from './build-query.js'
import { client } from './client.js'
import { readRefusal, type RefusalRead } from './refusal.js'
import { resources } from './resources.js'

export type VerbName = keyof VerbInput

/** What a verb is called with beside its input: the version it was seen at, and the key of this one intention. */
export interface VerbCall {
  expectedVersion?: number
  idempotencyKey: string
}

/** The back office's data provider: react-admin's reading methods, any typed document, and the verbs. */
export interface WaybillDataProvider extends DataProvider {
  ask<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data>
  verb<Name extends VerbName>(name: Name, input: VerbInput[Name], call: VerbCall): Promise<unknown>
}

/** A refusal of the API as react-admin takes errors: a status, and in `body` each field's own for a form. */
export class Refused extends Error {
  readonly status: number
  readonly body: { errors: Record<string, string> }
  constructor(readonly refusal: RefusalRead) {
    super(refusal.message)
    this.status = refusal.code === 'NOT_SIGNED_IN' ? 401 : 400
    this.body = { errors: refusal.fields }
  }
}

const buildQuery = queryBuilder(schema, resources)

const reading = buildGraphQLProvider({
  client,
  introspection: false,
  buildQuery: () => buildQuery as never,
  query: () => ({ fetchPolicy: 'no-cache' }),
})

/** The only instance. */
export const dataProvider: WaybillDataProvider = {
  ...reading,
  getList: (resource, params) => refusing(reading.getList(resource, params)),
  getOne: (resource, params) => refusing(reading.getOne(resource, params)),
  getMany: (resource, params) => refusing(reading.getMany(resource, params)),
  getManyReference: (resource, params) => refusing(reading.getManyReference(resource, params)),
  ask: async (document, variables) => (await refusing(client.query({ query: document, variables }))).data,
  verb: async (name, input, call) => {
    const { query, variables } = buildVerb(schema, name, { ...input, ...call })
    const { data } = await refusing(client.mutate({ mutation: query, variables }))
    return data?.answer
  },
}

async function refusing<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    throw new Refused(readRefusal(error))
  }
}
