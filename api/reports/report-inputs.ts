import { ArgsType, Field, Float, ID, InputType } from 'type-graphql'
import { enumFilter, IdArgs, IdFilter, sortInput, VerbArgs } from '../platform/graphql/args.js'
import { DateTime } from '../platform/graphql/scalars.js'
import type { Cadence } from './cadence.js'
import type { ReportContent } from './report-content.js'
import { ReportCadence, ReportStatus } from './report.type.js'

const ReportStatusFilter = enumFilter(ReportStatus, 'ReportStatus')

@InputType({ description: 'Which reports: every condition given holds.' })
export class ReportWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => ReportStatusFilter, { nullable: true, description: 'By state.' })
  status?: object

  @Field(() => IdFilter, { nullable: true, description: 'By order.' })
  orderId?: IdFilter

  @Field(() => [ReportWhere], { nullable: true, description: 'All of these.' })
  and?: ReportWhere[]

  @Field(() => [ReportWhere], { nullable: true, description: 'Any of these.' })
  or?: ReportWhere[]

  @Field(() => ReportWhere, { nullable: true, description: 'Not this.' })
  not?: ReportWhere
}

export const ReportSort = sortInput('Report', { dueAt: 'By when it was to be drafted.' })

@InputType({ description: 'One thing that a report tells.' })
export class ReportItemInput {
  @Field(() => String, { description: 'What: at most 500 characters; left out where it is empty.' })
  text!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was done, or by when it is meant to be.' })
  at?: Date
}

@InputType({ description: 'A value in a course.' })
export class ReportPointInput {
  @Field(() => String, { description: 'What it stands for: at most 20 characters.' })
  label!: string

  @Field(() => Float, { description: 'How much.' })
  value!: number
}

@InputType({ description: 'A figure for the reader.' })
export class ReportFigureInput {
  @Field(() => String, { description: 'What is counted: 1 to 60 characters.' })
  name!: string

  @Field(() => String, { nullable: true, defaultValue: '', description: 'What it is counted in.' })
  unit?: string

  @Field(() => Float, { description: 'How much.' })
  value!: number

  @Field(() => [ReportPointInput], {
    nullable: true,
    defaultValue: [],
    description: 'A course of its own, at most 24 values; left out, that of the reports so far is drawn.',
  })
  points?: ReportPointInput[]
}

@InputType({ description: 'What a report says.' })
export class ReportContentInput {
  @Field(() => String, {
    nullable: true,
    defaultValue: '',
    description: "The team's own words: at most 4000 characters.",
  })
  note?: string

  @Field(() => [ReportItemInput], { description: 'What was done: at most 50.' })
  done!: ReportItemInput[]

  @Field(() => [ReportItemInput], { description: 'What is next: at most 50.' })
  next!: ReportItemInput[]

  @Field(() => [ReportItemInput], { description: 'What waits for an answer: at most 50.' })
  questions!: ReportItemInput[]

  @Field(() => [ReportFigureInput], { description: 'What was counted: at most 6.' })
  figures!: ReportFigureInput[]
}

@ArgsType()
export class SaveReportArgs extends IdArgs {
  @Field(() => ReportContentInput, { description: 'What it says, whole: what is left out is gone.' })
  content!: ReportContentInput
}

@ArgsType()
export class SetReportCadenceArgs extends VerbArgs {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string

  @Field(() => ReportCadence, { description: 'How often.' })
  cadence!: Cadence
}

/** What was given, as a report keeps it. */
export function asContent(given: ReportContentInput): ReportContent {
  const items = (list: readonly ReportItemInput[]) =>
    list.map(({ text, at }) => ({ text, at: at ? at.toISOString() : null }))
  return {
    note: given.note ?? '',
    done: items(given.done),
    next: items(given.next),
    questions: items(given.questions),
    figures: given.figures.map(({ name, unit, value, points }) => ({
      name,
      unit: unit ?? '',
      value,
      points: (points ?? []).map((point) => ({ label: point.label, value: point.value })),
    })),
  }
}
