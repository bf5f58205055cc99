/** One asset that a campaign needs of its buyer. */
export interface RequiredCreative {
  /** Names the asset within its package; stable over versions. */
  readonly key: string
  readonly label: string
  /** What it must be like. */
  readonly instructions: string
  /** Whether the campaign cannot be ready without it. */
  readonly required: boolean
  /** The MIME types it may have; empty takes all that can be uploaded. */
  readonly types: readonly string[]
}
