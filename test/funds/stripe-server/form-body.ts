/** A value of a form as Stripe writes them: text, or fields below. */
export type Form = { [key: string]: string | Form }

/** Reads `a[b][c]=d&…`, the form in which Stripe takes parameters. */
export function readForm(text: string): Form {
  const form: Form = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.replaceAll(']', '').split('[')
    const last = path.pop()!
    let at = form
    for (const step of path) at = (at[step] ??= {}) as Form
    at[last] = value
  }
  return form
}

/** A text of a form, or undefined. */
export function textOf(form: Form, name: string): string | undefined {
  const value = form[name]
  return typeof value === 'string' ? value : undefined
}

/** The fields below a name. */
export function below(form: Form, name: string): Record<string, string> {
  const value = form[name]
  return typeof value === 'object' ? (value as Record<string, string>) : {}
}
