import { defineEntity, p } from '@mikro-orm/postgresql'

/** Where a file stands: what is not READY is never given out. */
export const fileStatuses = {
  UPLOADING: 'Its bytes have not arrived, or were not looked at yet.',
  READY: 'It arrived whole and is what its name says.',
  REFUSED: 'It is not what its name says; nothing of it was kept.',
} as const

/** A file that somebody uploaded. */
export const FileEntity = defineEntity({
  name: 'File',
  tableName: 'files',
  properties: {
    id: p.text().primary(),
    uploadedByKind: p.text(),
    uploadedBy: p.text(),
    // What the uploader's link opens: whoever opens the same by a fresh link goes on with these files.
    uploadedFor: p.text().nullable().index(),
    subjectId: p.text().nullable().index(),
    name: p.text(),
    size: p.bigint(),
    declaredType: p.text(),
    type: p.text().nullable(),
    sha256: p.text().nullable(),
    status: p.text().default('UPLOADING'),
    refusal: p.text().nullable(),
    storageKey: p.text().unique(),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['uploadedBy', 'createdAt'] }],
  checks: [
    { name: 'files_status', expression: "status in ('UPLOADING', 'READY', 'REFUSED')" },
    { name: 'files_size_positive', expression: 'size > 0' },
    {
      name: 'files_ready_is_known',
      expression: "status <> 'READY' or (type is not null and sha256 is not null)",
    },
    { name: 'files_refused_says_why', expression: "(status = 'REFUSED') = (refusal is not null)" },
  ],
})

export const fileEntities = [FileEntity]
