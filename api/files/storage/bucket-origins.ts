import type { Config } from '../../platform/config.js'

/** The origins at which browsers reach the bucket, for pages that say what they load; none where files lie on our disk. */
export function bucketOrigins({ s3 }: Pick<Config, 's3'>): string[] {
  if (!s3) return []
  const { protocol, host } = new URL(s3.endpoint ?? `https://s3.${s3.region}.amazonaws.com`)
  return [`${protocol}//${s3.pathStyle ? '' : `${s3.bucket}.`}${host}`]
}
