/** What kinds of answer a form can ask for, with what each takes. */
export const formFieldKinds = {
  SHORT_TEXT: 'One line of text, to 300 characters.',
  LONG_TEXT: 'Text of several lines, to 10000 characters.',
  EMAIL: 'An e-mail address.',
  URL: 'A web address with http or https.',
  PHONE: 'A telephone number, with its country code.',
  NUMBER: 'A number.',
  DATE: 'A calendar day, as YYYY-MM-DD.',
  YES_NO: '`yes` or `no`.',
  ONE_OF: 'One of the options.',
  MANY_OF: 'Any of the options.',
  FILE: 'One file or several.',
} as const

export type FormFieldKind = keyof typeof formFieldKinds

/** One question of an onboarding form. */
export interface FormField {
  /** Names the answer; stable over versions of the form. */
  readonly key: string
  readonly label: string
  readonly help: string | null
  readonly kind: FormFieldKind
  readonly required: boolean
  /** The choices of ONE_OF and MANY_OF. */
  readonly options: readonly string[]
  /** Of FILE: the MIME types it takes. */
  readonly accept: readonly string[]
  /** Of FILE: how many. */
  readonly maxFiles: number
}
