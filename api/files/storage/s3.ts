import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { S3Config } from '../../platform/config.js'
import { contentDisposition } from '../content-disposition.js'
import type { DownloadTerms, SignedRequest, Storage, UploadTerms } from './storage.js'

/** A bucket, with its connections. */
export interface S3Storage extends Storage {
  close(): void
}

interface Bucket {
  readonly client: S3Client
  readonly Bucket: string
}

const CALL_MS = 30_000
const CHECK_MS = 2000

/**
 * Files in a bucket of any server that speaks S3. Browsers send to it and read from it by signed addresses. What is sent
 * lies beside, and what was looked at is a copy that no signed address can write.
 */
export function openS3(config: S3Config): S3Storage {
  const client = clientOf(config)
  const bucket = config.bucket
  const at: Bucket = { client, Bucket: bucket }
  return {
    signedUpload: (terms) => signedUpload(at, terms),
    signedDownload: (terms) => signedDownload(at, terms),
    seal: (key) => seal(at, key),
    head: async (key) => {
      const found = await look(at, nameOf(key))
      return found && { size: found.size }
    },
    openRead: async (key, range) => {
      const Range = range && `bytes=${range.start}-${range.end}`
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: nameOf(key), Range }))
      return Body as Readable
    },
    remove: (key, except) => removeAll(at, key, except),
    reachable: () => reachable(at),
    close: () => client.destroy(),
  }
}

function clientOf({ endpoint, region, accessKeyId, secretAccessKey, pathStyle }: S3Config): S3Client {
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: pathStyle,
    maxAttempts: 3,
    // Only what the oldest of these servers knows: no trailers and checksums of newer days.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CHECK_MS,
      requestTimeout: CALL_MS,
      socketTimeout: CALL_MS,
      throwOnRequestTimeout: true,
    },
  })
}

/** Objects are `<upload>/sent`, and `<upload>/<random>` once sealed, which is its key as it stands. */
function nameOf(key: string): string {
  return key.includes('/') ? key : `${key}/sent`
}

async function signedUpload(
  { client, Bucket }: Bucket,
  { key, size, type, expiresAt }: UploadTerms,
): Promise<SignedRequest> {
  const command = new PutObjectCommand({
    Bucket,
    Key: nameOf(key),
    ContentLength: size,
    ContentType: type,
  })
  const url = await getSignedUrl(client, command, {
    expiresIn: secondsUntil(expiresAt),
    // Signed, so that the bucket takes no other length and no other type. The presigner leaves the type out by itself.
    signableHeaders: new Set(['host', 'content-length', 'content-type']),
  })
  return { url, method: 'PUT', headers: [{ name: 'Content-Type', value: type }] }
}

function signedDownload(
  { client, Bucket }: Bucket,
  { key, name, type, disposition, expiresAt }: DownloadTerms,
): Promise<string> {
  const command = new GetObjectCommand({
    Bucket,
    Key: nameOf(key),
    ResponseContentDisposition: contentDisposition(disposition, name),
    ResponseContentType: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    ResponseCacheControl: 'private, no-store',
  })
  return getSignedUrl(client, command, { expiresIn: secondsUntil(expiresAt) })
}

/** Copies what was sent, as it is now, to a name that was never signed. A copy of something newer fails. */
async function seal(at: Bucket, key: string): Promise<string> {
  const sent = await look(at, nameOf(key))
  if (!sent) throw new Error('There is nothing to seal')
  const sealed = `${key}/${randomBytes(16).toString('hex')}`
  await at.client.send(
    new CopyObjectCommand({
      Bucket: at.Bucket,
      Key: sealed,
      CopySource: `${at.Bucket}/${nameOf(key)}`,
      CopySourceIfMatch: sent.etag,
    }),
  )
  return sealed
}

async function look(
  { client, Bucket }: Bucket,
  Key: string,
): Promise<{ size: number; etag: string | undefined } | undefined> {
  try {
    const { ContentLength, ETag } = await client.send(new HeadObjectCommand({ Bucket, Key }))
    return { size: ContentLength ?? 0, etag: ETag }
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined
    throw error
  }
}

async function removeAll({ client, Bucket }: Bucket, key: string, except?: string): Promise<void> {
  const Prefix = `${key.split('/')[0]}/`
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }))
  // One by one: they are few, and what deletes many at once asks of each server another checksum.
  for (const { Key } of Contents) {
    if (Key && Key !== except) await client.send(new DeleteObjectCommand({ Bucket, Key }))
  }
}

async function reachable({ client, Bucket }: Bucket): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }), { abortSignal: AbortSignal.timeout(CHECK_MS) })
    return true
  } catch {
    return false
  }
}

function secondsUntil(moment: Date): number {
  return Math.max(1, Math.round((moment.getTime() - Date.now()) / 1000))
}
