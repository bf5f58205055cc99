/** What the back office knows of the API's schema: the shape that `scripts/gen-admin.ts` writes. */
export interface SchemaDescription {
  queries: Record<string, FieldDescription>
  mutations: Record<string, FieldDescription>
  /** Input object → field → type text, such as `[OrderStatus!]`. */
  inputs: Record<string, Record<string, string>>
  enums: Record<string, readonly string[]>
  /** Object type → its scalar and enum fields that take no arguments. */
  leaves: Record<string, readonly string[]>
}

/** A root field: the text of its type, and of each argument's type. */
export interface FieldDescription {
  type: string
  args: Record<string, string>
}

/** The name inside a type's text: `[OrderSort!]!` → `OrderSort`. */
export function namedType(type: string): string {
  return type.replace(/[[\]!]/g, '')
}
