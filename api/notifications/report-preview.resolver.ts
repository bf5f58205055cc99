import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { asContent, ReportContentInput } from '../reports/report-inputs.js'
import { previewReport, type ReportPreview } from './report-preview.js'

@ObjectType('ReportPreview', {
  simpleResolvers: true,
  description: 'The mail of a report as its reader would get it now.',
})
class ReportPreviewType implements ReportPreview {
  @Field(() => String, { description: 'Its subject.' })
  subject!: string

  @Field(() => String, { description: 'The page part, its picture within.' })
  html!: string

  @Field(() => String, { description: 'The text part.' })
  text!: string
}

@Resolver()
export class ReportPreviewResolver {
  @Rights('staff')
  @Query(() => ReportPreviewType, {
    nullable: true,
    description:
      'The mail of a report as it would look; null where the viewer may see no such draft. Nothing is kept.',
  })
  reportPreview(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Which report.' }) id: string,
    @Arg('content', () => ReportContentInput, {
      nullable: true,
      description: 'What somebody is writing; left out, what is kept.',
    })
    content?: ReportContentInput,
  ): Promise<ReportPreview | null> {
    return previewReport(ctx, { id, ...(content && { content: asContent(content) }) })
  }
}
