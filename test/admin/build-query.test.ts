import { describe, expect, test } from '@jest/globals'
import { parse, print, type OperationDefinitionNode } from 'graphql'
import { buildVerb, everyDocument, queryBuilder, type Selection } from '../../admin/src/data/build-query.js'
import type { SchemaDescription } from '../../admin/src/data/schema-description.js'
import { toSort, toWhere } from '../../admin/src/data/where.js'

const schema: SchemaDescription = {
  queries: {
    orders: {
      type: 'OrderConnection!',
      args: { first: 'Int', offset: 'Int', where: 'OrderWhere', sort: '[OrderSort!]' },
    },
    order: { type: 'Order', args: { id: 'ID!' } },
    staff: { type: 'UserConnection!', args: { first: 'Int' } },
    log: { type: 'EntryConnection!', args: { first: 'Int' } },
    node: { type: 'Node', args: { id: 'ID!' } },
    nodes: { type: '[Node]!', args: { ids: '[ID!]!' } },
  },
  mutations: {
    claimTask: { type: 'Task', args: { id: 'ID!', expectedVersion: 'Int', idempotencyKey: 'String' } },
    delegateTasks: { type: '[BulkResult!]!', args: { items: '[Item!]!', idempotencyKey: 'String' } },
  },
  inputs: {
    OrderWhere: {
      status: 'StatusFilter',
      overdue: 'BooleanFilter',
      urgent: 'Boolean',
      placedAt: 'TimeFilter',
    },
    StatusFilter: { in: '[OrderStatus!]' },
    BooleanFilter: { eq: 'Boolean' },
    TimeFilter: { gte: 'DateTime', lt: 'DateTime' },
    OrderSort: { field: 'OrderSortField!', direction: 'SortDirection!' },
  },
  enums: { OrderSortField: ['placedAt', 'number'] },
  leaves: { Task: ['id', 'version', 'title'], BulkResult: ['id', 'refusal'] },
}
const row = parse('fragment OrderRow on Order { id }')
const selections: Record<string, Selection> = {
  orders: { row },
  staff: { row: parse('fragment P on User { id }') },
  log: { row: parse('fragment L on Entry { id }'), listed: true },
}
const build = queryBuilder(schema, selections)

describe('the query builder', () => {
  test('asks for a page of a list, its operation before its fragment', () => {
    const { query, variables } = build('GET_LIST', 'orders', {
      pagination: { page: 3, perPage: 25 },
      sort: { field: 'placedAt', order: 'DESC' },
      filter: { status: ['OPEN'], unknown: 1 },
    })
    expect((query.definitions[0] as OperationDefinitionNode).operation).toBe('query')
    expect(print(query)).toContain('fragment OrderRow on Order')
    expect(variables).toEqual({
      first: 25,
      offset: 50,
      where: { status: { in: ['OPEN'] } },
      sort: [{ field: 'placedAt', direction: 'DESC' }],
    })
  })

  test('sends no argument that the list does not take', () => {
    const { variables } = build('GET_LIST', 'staff', {
      sort: { field: 'name', order: 'ASC' },
      filter: { a: 1 },
    })
    expect(variables).toEqual({ first: 25 })
  })

  test('reads a list with its capped count', () => {
    const { parseResponse } = build('GET_LIST', 'orders', {})
    const answer = { nodes: [], totalCount: { count: 10000, precision: 'AT_LEAST' }, pageInfo: {} }
    expect(parseResponse({ data: { answer } })).toEqual({
      data: [],
      total: 10000,
      pageInfo: {},
      meta: { precision: 'AT_LEAST' },
    })
  })

  test('takes the field of a type for one, and node where there is none', () => {
    expect(print(build('GET_ONE', 'orders', { id: 'ord_1' }).query)).toContain('answer: order(id: $id)')
    expect(print(build('GET_ONE', 'staff', { id: 'usr_1' }).query)).toContain('answer: node(id: $id)')
  })

  test('leaves out of many what may not be seen', () => {
    const { variables, parseResponse } = build('GET_MANY', 'orders', { ids: ['a', 'b'] })
    expect(variables).toEqual({ ids: ['a', 'b'] })
    expect(parseResponse({ data: { answer: [{ id: 'a' }, null] } })).toEqual({ data: [{ id: 'a' }] })
  })

  test('says of one that is not there that it is not', () => {
    expect(() => build('GET_ONE', 'orders', { id: 'x' }).parseResponse({ data: { answer: null } })).toThrow(
      'no such Order',
    )
  })

  test('says the same words whatever it is asked with', () => {
    const { query } = build('GET_LIST', 'orders', { filter: { status: ['OPEN'] }, sort: undefined })
    expect(build('GET_LIST', 'orders', { pagination: { page: 2, perPage: 5 } }).query).toBe(query)
    expect(build('GET_MANY_REFERENCE', 'orders', { target: 'agency', id: 'x' }).query).toBe(query)
    expect(print(query)).toContain(
      'query orders($first: Int, $offset: Int, $where: OrderWhere, $sort: [OrderSort!])',
    )
  })

  test('asks by its id for nothing that is only listed', () => {
    expect(print(build('GET_LIST', 'log', {}).query)).toContain('answer: log')
    expect(() => build('GET_ONE', 'log', { id: 'x' })).toThrow('cannot GET_ONE log')
  })

  test('tells all that it can say', () => {
    const told = new Set(everyDocument(schema, selections).map(print))
    expect([...told].map((text) => text.match(/answer: (\w+)/)?.[1])).toEqual([
      'orders',
      'order',
      'nodes',
      'staff',
      'node',
      'nodes',
      'log',
      'claimTask',
      'delegateTasks',
    ])
    for (const method of ['GET_LIST', 'GET_ONE', 'GET_MANY', 'GET_MANY_REFERENCE'])
      expect(told).toContain(print(build(method, 'orders', { filter: { status: 'OPEN' }, id: 'x' }).query))
    expect(told).toContain(print(buildVerb(schema, 'claimTask', { id: 't', idempotencyKey: 'k' }).query))
  })

  test('knows no create, update or delete', () => {
    expect(() => build('UPDATE', 'orders', {})).toThrow('changes are verbs')
  })
})

describe('a verb', () => {
  test('carries its key and the version it was seen at', () => {
    const { query, variables } = buildVerb(schema, 'claimTask', {
      id: 't',
      expectedVersion: 4,
      idempotencyKey: 'k',
    })
    expect(variables).toEqual({ id: 't', expectedVersion: 4, idempotencyKey: 'k' })
    expect(print(query)).toContain('$expectedVersion: Int')
  })

  test('sends no version where it takes none, and reads each result', () => {
    const { query, variables } = buildVerb(schema, 'delegateTasks', {
      items: [],
      expectedVersion: 1,
      idempotencyKey: 'k',
    })
    expect(variables).toEqual({ items: [], idempotencyKey: 'k' })
    expect(print(query)).toContain('refusal')
  })
})

test('filters become what the input takes', () => {
  const where = toWhere(schema, 'OrderWhere', {
    status: 'OPEN',
    overdue: true,
    urgent: false,
    placedAt: { gte: '2026-01-01' },
  })
  expect(where).toEqual({
    status: { in: ['OPEN'] },
    overdue: { eq: true },
    urgent: false,
    placedAt: { gte: '2026-01-01' },
  })
  expect(toWhere(schema, 'OrderWhere', { status: [], other: '' })).toBeUndefined()
})

test('sorting by what the API cannot sort by is left out', () => {
  expect(toSort(schema, '[OrderSort!]', { field: 'id', order: 'ASC' })).toBeUndefined()
})
