/** One task of a blueprint, as it will be raised for a line. */
export interface BlueprintStep {
  /** Names the step within its blueprint. */
  readonly key: string
  readonly title: string
  readonly instructions: string
  /** What its person must be able to do. */
  readonly skill: string
  /** The steps that must be done before it may be started. */
  readonly dependsOn: readonly string[]
  /** Due so many working hours after it was raised. */
  readonly dueInWorkingHours: number
  /** Whether somebody else accepts the work before it is done. */
  readonly needsReview: boolean
  /** What its person answers on submitting. */
  readonly checklist: readonly string[]
}
