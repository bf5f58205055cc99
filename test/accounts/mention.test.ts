import { describe, expect, test } from '@jest/globals'
import { mentionOf } from '../../api/accounts/mention.js'

const NAME = "Clara O'Hara & Söhne"

describe('a mention', () => {
  const find = (texts: string[], where: string) => where.replace(new RegExp(mentionOf(texts)!, 'giu'), '•')
  test.each([
    ['as it is', "Ask Clara O'Hara & Söhne!", 'Ask •!'],
    ['in HTML', '<td>Clara O&#39;Hara &amp; Söhne</td>', '<td>•</td>'],
    ['in an address', "?name=Clara%20O'Hara%20%26%20S%C3%B6hne&x", '?name=•&x'],
    ['whatever its case', "CLARA O'HARA & SÖHNE", '•'],
    ['not as a part of another', "Clara O'Hara & Söhnelein", "Clara O'Hara & Söhnelein"],
  ])('is found %s', (_how, text, left) => {
    expect(find([NAME], text)).toBe(left)
  })

  test('is not looked for where it is one common word', () => {
    expect(mentionOf(['Max', 'May'])).toBeNull()
    expect(find(['max@demo.test', 'Max'], 'at most max@demo.test, max. 5')).toBe('at most •, max. 5')
  })
})
