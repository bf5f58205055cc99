import { Field, Int, ObjectType } from 'type-graphql'
import { enumOf } from '../../platform/graphql/enums.js'
import { textDrafts } from './text-drafts.js'

const TextDraftName = enumOf('TextDraftName', 'When words for a text fit.', textDrafts)

@ObjectType({ simpleResolvers: true, description: 'Words that a text may begin with.' })
export class TextDraft {
  @Field(() => TextDraftName, { description: 'When they fit.' })
  name!: string

  @Field(() => String, { description: 'The words, in the counterpart’s language.' })
  body!: string

  @Field(() => String, {
    description: 'What is put behind them by itself, after the link to the counterpart’s page.',
  })
  closing!: string

  @Field(() => Int, {
    description: 'Of how many texts of the phone network they would be, with link and closing.',
  })
  parts!: number
}
