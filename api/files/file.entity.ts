import { defineEntity, p } from '@mikro-orm/postgresql'

/** Where a file stands: what is not READY is never given out. */
export const fileStatuses = {
  UPLOADING: 'Its bytes have not arrived, or were not looked at yet.',
  SCANNING: 'It arrived whole and is what its name says; it is being checked for viruses.',
  READY: 'It arrived whole and is what its name says.',
  REFUSED: 'It is not what its name says; nothing of it was kept.',
  QUARANTINED: 'The virus scanner found something in it: nobody can open it.',
} as const

/** What is known of a file that has arrived about viruses. */
export const fileScans = {
  NOT_CONFIGURED: 'This house has no virus scanner: nobody looked.',
  WAITING: 'It waits for the scanner, or is being scanned.',
  CLEAN: 'It was scanned, and nothing was found.',
  FOUND: 'It was scanned, and something was found.',
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
    scan: p.text().nullable(),
    // What the scanner calls what it found.
    finding: p.text().nullable(),
    scannedAt: p.datetime().nullable(),
    storageKey: p.text().unique(),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['uploadedBy', 'createdAt'] }],
  checks: [
    {
      name: 'files_status',
      expression: "status in ('UPLOADING', 'SCANNING', 'READY', 'REFUSED', 'QUARANTINED')",
    },
    { name: 'files_size_positive', expression: 'size > 0' },
    {
      name: 'files_arrived_is_known',
      expression:
        "status in ('UPLOADING', 'REFUSED') or (type is not null and sha256 is not null and scan is not null)",
    },
    {
      name: 'files_refused_says_why',
      expression: "(status in ('REFUSED', 'QUARANTINED')) = (refusal is not null)",
    },
    {
      name: 'files_scan',
      expression:
        "case status when 'SCANNING' then scan = 'WAITING' when 'READY' then scan in ('NOT_CONFIGURED', 'CLEAN') when 'QUARANTINED' then scan = 'FOUND' and finding is not null else scan is null end",
    },
  ],
})

export const fileEntities = [FileEntity]
