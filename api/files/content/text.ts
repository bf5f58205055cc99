import type { Bytes } from './bytes.js'

/** With what a page, a picture in markup or a program begins. Source: mimesniff.spec.whatwg.org, section 7.1. */
const BEGINNING =
  /^\s*(#!|<!--|<\?|<(!doctype|html|head|body|script|svg|iframe|h1|div|font|table|a|style|title|b|br|p)[\s>/])/i
const EMBEDDED = /<(!doctype html|html|script|svg|iframe)[\s>/]/i
// oxlint-disable-next-line no-control-regex -- looking for them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/

/** Whether a piece of a file holds a web page, a picture in markup or a script. */
export function holdsMarkup(piece: Buffer): boolean {
  return EMBEDDED.test(piece.toString('latin1'))
}

/**
 * Whether all of it is text in UTF-8 without control characters, with a `head` (its first bytes) that nobody would take
 * for a page or a program.
 */
export async function isPlainText(bytes: Bytes, head: Buffer): Promise<boolean> {
  const start = head.toString('utf8').replace(/^\uFEFF/, '')
  if (BEGINNING.test(start) || holdsMarkup(head)) return false
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of await bytes.stream()) {
      if (CONTROL.test(decoder.decode(chunk as Buffer, { stream: true }))) return false
    }
    decoder.decode()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  }
}
