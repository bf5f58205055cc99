/** What is wrong with one item of a list, by what is wrong of it: `fields.3.options` is `options` of `fields.3`. */
export function problemsOfItem(problems: Record<string, string>, item: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).flatMap(([path, message]) =>
      path.startsWith(`${item}.`) ? [[path.slice(item.length + 1), message]] : [],
    ),
  )
}
