import { Field, ID, ObjectType } from 'type-graphql'
import { DateTime, Sequence } from '../platform/graphql/scalars.js'
import type { OnFeed } from './who-is-there.js'

@ObjectType({ simpleResolvers: true, description: 'Somebody else who has been at an order’s feed.' })
export class FeedPerson implements OnFeed {
  @Field(() => ID, { description: 'The user.' })
  id!: string

  @Field(() => String, { description: 'Their name.' })
  name!: string

  @Field(() => Boolean, { description: 'Whether they are of our team.' })
  isStaff!: boolean

  @Field(() => Boolean, { description: 'Whether they look at the feed now.' })
  isPresent!: boolean

  @Field(() => Boolean, { description: 'Whether they type something now that the viewer could read.' })
  isTyping!: boolean

  @Field(() => Sequence, { description: 'The number of the last entry they have read; 0 for none.' })
  readUpTo!: string

  @Field(() => DateTime, { nullable: true, description: 'When they read so far.' })
  readAt!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Who is at an order’s feed, besides the viewer.' })
export class FeedPresence {
  @Field(() => [FeedPerson], {
    description: 'The others who have been there and still see it, who is there now first; at most 50.',
  })
  people!: FeedPerson[]
}
