import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { completeUpload, inspectUpload } from './complete-upload.js'
import { createUpload } from './create-upload.js'
import { File, Upload } from './file.type.js'

@ArgsType()
export class CreateUploadArgs extends VerbArgs {
  @Field(() => String, { description: 'The file name, with its extension.' })
  name!: string

  @Field(() => Int, { description: 'How many bytes, exactly.' })
  size!: number

  @Field(() => String, { description: 'The MIME type as your system names it; empty where it knows none.' })
  type!: string
}

@Resolver()
export class FileResolver {
  @Rights('signed-in', 'link')
  @Mutation(() => Upload, {
    nullable: true,
    description: 'Announce a file; the answer says where to send its bytes.',
  })
  createUpload(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CreateUploadArgs) args: CreateUploadArgs,
  ) {
    return answer(ctx, info, args, createUpload)
  }

  @Rights('signed-in', 'link')
  @Mutation(() => File, {
    nullable: true,
    description:
      'Say that the bytes are sent: the file becomes READY, or SCANNING while it is checked for viruses, or REFUSED with the reason.',
  })
  async completeUpload(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => IdArgs) args: IdArgs,
  ) {
    const found = await inspectUpload(ctx, args)
    return answer(ctx, info, args, (tx, { id }) => completeUpload(tx, { id, found }))
  }
}
