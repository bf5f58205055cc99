import { isEmail } from '../accounts/person.js'
import type { FormField, FormFieldKind } from '../catalogue/form-field.js'

type Check = (value: string, field: FormField) => string | undefined

const unless = (fits: (value: string) => boolean, message: string): Check => {
  return (value) => (fits(value) ? undefined : message)
}

const anOption: Check = (value, field) =>
  field.options.includes(value) ? undefined : `of the options: ${field.options.join(', ')}`

const CHECKS: Record<FormFieldKind, Check> = {
  SHORT_TEXT: unless((value) => !/[\n\r]/.test(value), 'one line'),
  LONG_TEXT: () => undefined,
  EMAIL: unless(isEmail, 'an e-mail address, for example name@example.com'),
  URL: unless(isWebAddress, 'a web address, for example https://example.com'),
  PHONE: unless(isPhone, 'a telephone number with its country code, for example +43 1 2345678'),
  NUMBER: unless((value) => /^-?\d{1,15}([.,]\d{1,6})?$/.test(value), 'a number, for example 12 or 12.5'),
  DATE: unless(isDay, 'a day as YYYY-MM-DD, for example 2026-03-01'),
  YES_NO: unless((value) => value === 'yes' || value === 'no', 'yes or no'),
  ONE_OF: anOption,
  MANY_OF: anOption,
  FILE: () => 'a file, not a text',
}

/** What an answer must be that it is not, or undefined where it fits its question. Empty answers are not looked at. */
export function wrongFormat(field: FormField, value: readonly string[]): string | undefined {
  if (new Set(value).size !== value.length) return 'each option once'
  for (const text of value) {
    const wrong = CHECKS[field.kind](text, field)
    if (wrong) return wrong
  }
  return undefined
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && ['http:', 'https:'].includes(url.protocol) && /[^.]\.[^.]/.test(url.hostname)
}

/** A number as ITU-T E.164 has it: at most 15 digits behind the plus; people write spaces and strokes between them. */
function isPhone(text: string): boolean {
  const digits = text.replace(/[\s().\-/]/g, '')
  return /^(\+|00)[1-9]\d{6,14}$/.test(digits)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
