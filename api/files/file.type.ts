import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { fact } from '../lib/facts.js'
import { enumOf, RefusalCodes } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Node } from '../platform/graphql/types.js'
import { Column, Computed, One, Reading } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { typeInPlace } from './accepted-types.js'
import { fileScans, fileStatuses } from './file.entity.js'
import { ownFiles } from './own-files.js'
import { secondsFromNow } from './storage/signature.js'
import { storage } from './storage/storage.js'

/** How long an address to read from lives. */
const READ_SECONDS = 300
/** How long an address to upload to lives. */
const UPLOAD_SECONDS = 900

const stored = {
  key: fact.text('t.storage_key'),
  name: fact.text('t.name'),
  type: fact.maybeText('t.type'),
  status: fact.text('t.status'),
}
const announced = {
  key: fact.text('t.storage_key'),
  size: fact.int('t.size'),
  type: fact.text('t.declared_type'),
}
const uploadOf = (facts: { key: string; size: number; type: string }) =>
  storage.bound.signedUpload({ ...facts, expiresAt: secondsFromNow(UPLOAD_SECONDS) })

export const FileStatus = enumOf('FileStatus', 'Where a file stands.', fileStatuses)
export const FileScan = enumOf('FileScan', 'What is known of a file about viruses.', fileScans)

const forAdmins: Scope = (_t, viewer) => viewer.staff('ADMIN')

@Reading({ table: 'files', scope: ownFiles })
@ObjectType({ implements: Node, description: 'A file that somebody uploaded.' })
export class File extends Node {
  @Column()
  @Field(() => String, { description: 'Its name, cleaned of paths and of characters that deceive.' })
  name!: string

  @Column()
  @Field(() => Int, { description: 'Bytes.' })
  size!: number

  @Column((t) => sql`coalesce(${t}.type, ${t}.declared_type)`)
  @Field(() => String, {
    description: 'The MIME type, found by content once it is READY; before, as it was declared.',
  })
  type!: string

  @Column()
  @Field(() => FileStatus, { description: 'Where it stands.' })
  status!: string

  @Column()
  @Field(() => RefusalCodes, { nullable: true, description: 'Why it was refused.' })
  refusal!: string | null

  @Column()
  @Field(() => FileScan, {
    nullable: true,
    description: 'What is known of it about viruses; null until it has arrived.',
  })
  scan!: string | null

  @Column('scanned_at')
  @Field(() => DateTime, { nullable: true, description: 'When the virus scanner had looked at it.' })
  scannedAt!: string | null

  @Column(undefined, { only: forAdmins })
  @Field(() => String, {
    nullable: true,
    description: 'What the virus scanner calls what it found; for an ADMIN.',
  })
  finding!: string | null

  @Column('created_at')
  @Field(() => DateTime, { description: 'When it was announced.' })
  uploadedAt!: string

  @Computed(stored, ({ status, type, key, name }) =>
    status === 'READY' && type
      ? storage.bound.signedDownload({
          key,
          name,
          type,
          disposition: 'attachment',
          expiresAt: secondsFromNow(READ_SECONDS),
        })
      : null,
  )
  @Field(() => String, {
    nullable: true,
    description: 'Saves it; good for five minutes. Null until it is READY.',
  })
  downloadUrl!: string | null

  @Computed(stored, ({ status, type, key, name }) => {
    const shown = status === 'READY' && type ? typeInPlace(type) : undefined
    return shown
      ? storage.bound.signedDownload({
          key,
          name,
          type: shown,
          disposition: 'inline',
          expiresAt: secondsFromNow(READ_SECONDS),
        })
      : null
  })
  @Field(() => String, {
    nullable: true,
    description: 'Shows a PDF, PNG, JPEG or text in place; good for five minutes. Null for other types.',
  })
  viewUrl!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A header of an HTTP request.' })
export class HttpHeader {
  @Field(() => String, { description: 'Its name.' })
  name!: string

  @Field(() => String, { description: 'Its value, to be sent exactly so.' })
  value!: string
}

@Reading({ table: 'files', scope: ownFiles })
@ObjectType({
  description: 'Where and how to send the bytes of an announced file; then call `completeUpload`.',
})
export class Upload {
  @One((p, c) => sql`${c}.id = ${p}.id`)
  @Field(() => File, { nullable: true, description: 'The file.' })
  file!: File | null

  @Computed(announced, async (facts) => (await uploadOf(facts)).url)
  @Field(() => String, { description: 'Send the bytes here, and nothing else: no cookie, no other header.' })
  url!: string

  @Computed(announced, async (facts) => (await uploadOf(facts)).method)
  @Field(() => String, { description: 'The HTTP method.' })
  method!: string

  @Computed(announced, async (facts) => (await uploadOf(facts)).headers)
  @Field(() => [HttpHeader], { description: 'Headers that must be sent.' })
  headers!: HttpHeader[]

  @Computed(announced, () => secondsFromNow(UPLOAD_SECONDS))
  @Field(() => DateTime, { description: 'From when on the address is no longer taken.' })
  expiresAt!: Date
}
