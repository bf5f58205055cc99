import { type GraphQLNamedType, type GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql'
import { type Prefix, prefixOf, PREFIXES } from '../lib/ids.js'
import { refuseFields } from '../lib/refusal.js'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { Node } from '../platform/graphql/types.js'
import { readMany, readOne, type Row } from '../platform/reading/read.js'

const MOST = 100

@Resolver()
export class NodeResolver {
  @Rights('anyone')
  @Query(() => Node, {
    nullable: true,
    description: 'Whatever has this id, or null where the viewer may see no such thing.',
  })
  async node(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
  ): Promise<Row | null> {
    const type = typeOf(info, id)
    const row = type && (await readOne(ctx, info, id, type))
    return row ? { ...row, __typename: type.name } : null
  }

  @Rights('anyone')
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'Whatever has these ids, in their order; null where the viewer may see no such thing. At most 100.',
  })
  async nodes(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('ids', () => [ID], { description: 'Which ones.' }) ids: string[],
  ): Promise<(Row | null)[]> {
    if (ids.length > MOST) refuseFields([{ path: 'ids', message: `at most ${MOST}` }])
    const types = new Map(
      ids
        .map((id) => typeOf(info, id))
        .filter((t) => t !== undefined)
        .map((t) => [t.name, t]),
    )
    const found = new Map<string, Row>()
    for (const type of types.values()) {
      const own = ids.filter((id) => typeOf(info, id) === type)
      for (const row of await readMany(ctx, info, own, type))
        found.set(String(row['_id']), { ...row, __typename: type.name })
    }
    return ids.map((id) => found.get(id) ?? null)
  }
}

/** The type of an id by its prefix, where that type can be asked for by id at all. */
function typeOf(info: GraphQLResolveInfo, id: string): GraphQLNamedType | undefined {
  const prefix: Prefix | undefined = prefixOf(id)
  const type = prefix && info.schema.getType(PREFIXES[prefix])
  const node = info.schema.getType('Node')
  return type && node && info.schema.isSubType(node as never, type as never) ? type : undefined
}
