import { MikroORM } from '@mikro-orm/postgresql'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { entities } from '../../api/app/entities.js'
import { machines } from '../../api/app/machines.js'
import { schema, schemaText } from '../../api/app/schema.js'
import type { VerbSpec } from '../../api/lib/machine.js'
import { ormOptions } from '../../api/platform/database.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { ownTypes, rootFields } from './schema-walk.js'

describe('a migrated database', () => {
  let database: FreshDatabase
  let client: pg.Client
  beforeAll(async () => {
    database = await freshDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
  })
  afterAll(async () => {
    await client?.end()
    await database?.drop()
  })

  const missing = async () => {
    const orm = await MikroORM.init(ormOptions(database.url, entities))
    const statements = await orm.schema.getUpdateSchemaSQL({ wrap: false })
    await orm.close()
    return statements.trim()
  }

  test('is what the entities say', async () => {
    expect(await missing()).toBe('')
  })

  test('keeps every aggregate in the states of its machine, by itself', async () => {
    const { rows } = await client.query<{ table: string; rule: string }>(
      `select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as rule from pg_constraint where contype = 'c' and conname like '%\\_status%'`,
    )
    const kept = machines.map((m) => [
      m.table,
      [...(rows.find((row) => row.table === m.table)?.rule.matchAll(/'([A-Z_]+)'/g) ?? [])]
        .map((match) => match[1]!)
        .toSorted((a, b) => a.localeCompare(b)),
    ])
    expect(kept).toEqual(machines.map((m) => [m.table, Object.keys(m.states).toSorted()]))
  })

  test('that has drifted is noticed', async () => {
    await client.query('alter table orders add column forgotten text')
    await client.query('drop index orders_buyer_id_placed_at_id_index')
    expect(await missing()).toMatch(/forgotten/)
  })
})

describe('the schema', () => {
  test('is the one that is committed', () => {
    expect(readFileSync('schema.graphql', 'utf8')).toBe(schemaText())
  })

  test('says of every type, field, argument and value what it is', () => {
    const silent = ownTypes
      .filter((type) => !isSpecifiedScalarType(type))
      .flatMap((type) => {
        const parts: [string, string | null | undefined][] = [[type.name, type.description]]
        if (isEnumType(type))
          parts.push(
            ...type
              .getValues()
              .map((value): [string, typeof value.description] => [
                `${type.name}.${value.name}`,
                value.description,
              ]),
          )
        if (isInputObjectType(type))
          parts.push(
            ...Object.values(type.getFields()).map((field): [string, typeof field.description] => [
              `${type.name}.${field.name}`,
              field.description,
            ]),
          )
        if (isObjectType(type) || isInterfaceType(type))
          for (const field of Object.values(type.getFields())) {
            parts.push([`${type.name}.${field.name}`, field.description])
            parts.push(
              ...field.args.map((arg): [string, typeof arg.description] => [
                `${type.name}.${field.name}(${arg.name})`,
                arg.description,
              ]),
            )
          }
        return parts
      })
    const roots = rootFields.flatMap(({ root, field }) => [
      [`${root}.${field.name}`, field.description] as const,
      ...field.args.map((arg) => [`${root}.${field.name}(${arg.name})`, arg.description] as const),
    ])
    expect(
      [...silent, ...roots].filter(([, text]) => !text || !/[.…]$/.test(text)).map(([name]) => name),
    ).toEqual([])
  })

  test("calls every mutation by a machine's verb, or by one that makes something or belongs to no state", () => {
    const verbs = machines.flatMap((m) =>
      Object.entries(m.verbs as Record<string, VerbSpec<string, string, string, never>>),
    )
    const peoples = new Set(
      verbs.filter(([, verb]) => verb.by.some((role) => role !== 'system')).map(([name]) => name),
    )
    const mutations = rootFields.filter(({ root }) => root === 'Mutation').map(({ field }) => field.name)
    const others = [
      'addCalendar',
      'addContact',
      'addOrganisation',
      'addPackage',
      'addService',
      'advanceClock',
      'changeContact',
      'changeOrganisation',
      'completeUpload',
      'createApiKey',
      'createCart',
      'createUpload',
      'delegateTasks',
      'discardServiceDraft',
      'addSavedReply',
      'changeSavedReply',
      'markNotificationsRead',
      'markPaymentGivenBack',
      'markRead',
      'noteTyping',
      'removeSavedReply',
      'postMessage',
      'redeemAppointmentLink',
      'redeemOnboardingLink',
      'reorder',
      'requestFreshAppointmentLink',
      'requestFreshOnboardingLink',
      'resendMail',
      'saveBlueprintDraft',
      'saveFormDraft',
      'setMailPreference',
      'setMailPreferenceByLink',
      'setReportCadence',
      'retryOperation',
      'textFromPhone',
    ]
    expect(mutations.filter((name) => !peoples.has(name)).toSorted()).toEqual(
      others.filter((name) => mutations.includes(name)).toSorted(),
    )
    expect([...peoples].filter((name) => !mutations.includes(name))).toEqual([])
  })

  test('takes of every verb the key, the version and the trial that every verb takes', () => {
    const without = rootFields
      .filter(
        ({ root, field }) =>
          root === 'Mutation' &&
          ![
            'advanceClock',
            'redeemAppointmentLink',
            'redeemOnboardingLink',
            'requestFreshAppointmentLink',
            'requestFreshOnboardingLink',
            'delegateTasks',
            'noteTyping',
            'textFromPhone',
          ].includes(field.name),
      )
      .filter(
        ({ field }) =>
          !['idempotencyKey', 'expectedVersion', 'dryRun'].every((name) =>
            field.args.some((arg) => arg.name === name),
          ),
      )
    expect(without.map(({ field }) => field.name)).toEqual([])
  })

  test('has in production nothing of the sandbox, and else the same', () => {
    const names = (sandbox: boolean) =>
      new Set(
        Object.values(schema({ sandbox }).getTypeMap()).flatMap((type) => [
          type.name,
          ...(isObjectType(type)
            ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
            : []),
        ]),
      )
    const production = names(false)
    expect([...names(true)].filter((name) => !production.has(name)).toSorted()).toEqual([
      'Clock',
      'Clock.now',
      'Clock.shift',
      'Duration',
      'Mutation.advanceClock',
      'Mutation.textFromPhone',
      'Query.clock',
      'Query.sandboxPhones',
      'ReceivedText',
      'ReceivedText.answer',
      'ReceivedText.kind',
      'SandboxPhone',
      'SandboxPhone.number',
      'SandboxPhone.what',
    ])
  })
})
