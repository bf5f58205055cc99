import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql'
import { OrderLine } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, ReasonArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { One } from '../platform/reading/declare.js'
import { giveUpProvisioning } from './give-up-provisioning.js'
import { provisioningMachine } from './provisioning.machine.js'
import { Provisioning } from './provisioning.type.js'
import { retryProvisioning } from './retry-provisioning.js'

const verb = (name: keyof typeof provisioningMachine.verbs) => ({
  nullable: true,
  description: provisioningMachine.verbs[name].doc,
})

@Resolver()
export class ProvisioningResolver {
  @Rights('ADMIN', 'SUPPORT')
  @Mutation(() => Provisioning, verb('retryProvisioning'))
  retryProvisioning(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, retryProvisioning)
  }

  @Rights('ADMIN')
  @Mutation(() => Provisioning, verb('giveUpProvisioning'))
  giveUpProvisioning(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, giveUpProvisioning)
  }
}

@Resolver(() => OrderLine)
export class OrderLineProvisioning {
  @FieldResolver(() => Provisioning, {
    nullable: true,
    description: 'How the add-on stands that this line is; nothing for other services.',
  })
  @One({ to: 'line_id' })
  provisioning(): never {
    throw new Error('planned')
  }
}
