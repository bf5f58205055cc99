import { Field, Float, ObjectType } from 'type-graphql'
import { DateTime } from '../platform/graphql/scalars.js'
import type { ReportFigure, ReportItem, ReportPoint } from './report-content.js'

@ObjectType('ReportItem', { simpleResolvers: true, description: 'One thing that a report tells.' })
export class ReportItemType implements ReportItem {
  @Field(() => String, { description: 'What.' })
  text!: string

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was done, or by when it is meant to be; nothing where there is no such moment.',
  })
  at!: string | null
}

@ObjectType('ReportPoint', { simpleResolvers: true, description: 'A value in a course.' })
export class ReportPointType implements ReportPoint {
  @Field(() => String, { description: 'What it stands for, for example a week.' })
  label!: string

  @Field(() => Float, { description: 'How much.' })
  value!: number
}

@ObjectType('ReportFigure', { simpleResolvers: true, description: 'A figure that the team entered.' })
export class ReportFigureType implements ReportFigure {
  @Field(() => String, { description: 'What is counted.' })
  name!: string

  @Field(() => String, { description: 'What it is counted in; empty for a plain number.' })
  unit!: string

  @Field(() => Float, { description: 'How much.' })
  value!: number

  @Field(() => [ReportPointType], {
    description: 'A course of its own; empty where its course is that of the reports so far.',
  })
  points!: ReportPointType[]
}

@ObjectType('ReportSeries', {
  simpleResolvers: true,
  description: 'A row of values in the picture of a report.',
})
export class ReportSeries {
  @Field(() => String, { description: 'What is counted.' })
  name!: string

  @Field(() => String, { description: 'What it is counted in; empty for a plain number.' })
  unit!: string

  @Field(() => [ReportPointType], { description: 'The values, the oldest first.' })
  points!: ReportPointType[]
}
