import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sandboxAccounts } from '../../api/funds/gateways/sandbox/sandbox-accounts.js'
import { sandboxTokens } from '../../api/funds/gateways/sandbox/sandbox-tokens.js'
import { apiScopes } from '../../api/lib/api-scopes.js'
import { refusalCodes } from '../../api/lib/refusal.js'
import { sandboxNumbers } from '../../api/platform/texts/sandbox-texts.js'

const page = (name: string) => readFileSync(join(process.cwd(), name), 'utf8')

/** The rows of a Markdown page whose first cell is code that matches, as [code, second cell]. */
function table(name: string, first: RegExp): [string, string][] {
  return page(name)
    .split('\n')
    .map((line) => /^\| `(\+?\w+)` \| (.*) \|$/.exec(line))
    .flatMap((found) => (found && first.test(found[1]!) ? [[found[1]!, found[2]!] as [string, string]] : []))
}

describe('What is written for people is what the program does', () => {
  test('docs/api.md lists every refusal and every scope of an API key with its meaning', () => {
    const told = Object.fromEntries(table('docs/api.md', /^[A-Z_]+$/))
    expect(told).toEqual({ ...apiScopes, ...refusalCodes })
  })

  test('docs/api.md lists every token of the sandbox with what it does', () => {
    const docs = Object.entries(sandboxTokens).map(([token, { doc }]) => [token, doc])
    expect(table('docs/api.md', /^tok_/)).toEqual(docs)
  })

  test('docs/api.md lists every payout account of the sandbox with what it does', () => {
    const docs = Object.entries(sandboxAccounts).map(([account, { doc }]) => [account, doc])
    expect(table('docs/api.md', /^acct_/)).toEqual(docs)
  })

  test('docs/api.md lists every number of the sandbox on which texts go their own way', () => {
    const docs = sandboxNumbers.map(({ number, what }) => [number, what])
    expect(table('docs/api.md', /^\+/)).toEqual(docs)
  })

  test('the README names every setting', () => {
    const known = [...page('api/platform/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name!)
    expect(known.length).toBeGreaterThan(10)
    expect(known.filter((name) => !page('README.md').includes(`\`${name}\``))).toEqual([])
  })

  test('every command that the README and CONTRIBUTING name exists', () => {
    const { scripts } = JSON.parse(page('package.json')) as { scripts: Record<string, string> }
    const named = ['README.md', 'CONTRIBUTING.md'].flatMap((name) =>
      [...page(name).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!),
    )
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })

  test('every file that the documents name exists', () => {
    const missing = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/operations.md'].flatMap(
      (name) =>
        [
          ...page(name).matchAll(
            /`((?:api|admin|portal|scripts|test|migrations|docs|bench)\/[\w./-]+\.\w+)`/g,
          ),
        ]
          .map(([, file]) => file!)
          .filter((file) => !exists(file)),
    )
    expect(missing).toEqual([])
  })
})

function exists(file: string): boolean {
  try {
    page(file)
    return true
  } catch {
    return false
  }
}
