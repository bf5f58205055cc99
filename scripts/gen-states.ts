import { mkdirSync, writeFileSync } from 'node:fs'
import { machines } from '../api/app/machines.js'
import type { AnyMachine, DeadlineSpec, VerbSpec } from '../api/lib/machine.js'

type Verb = VerbSpec<string, string, string, never>

const INTRO = `# States

Every machine of Waybill, as its code has it. This page is generated: change the machine and run \`npm run gen\`.
A verb in *italics* is the system's own; the others are mutations of the same name. "Stays" means that the state is left
as it is. What is refused, and why, is what \`availableActions\` says of each verb.`

mkdirSync('docs', { recursive: true })
writeFileSync('docs/states.md', `${[INTRO, ...machines.map(chapter)].join('\n\n')}\n`)

function chapter(m: AnyMachine): string {
  const parts = [`## ${m.name}`, m.doc, diagram(m), states(m), verbs(m), deadlines(m)]
  return parts.filter((part) => part !== '').join('\n\n')
}

function diagram(m: AnyMachine): string {
  const arrows = Object.entries(m.verbs as Record<string, Verb>).flatMap(([name, verb]) =>
    verb.from.flatMap((from) => targets(verb, from).map((to) => `  ${from} --> ${to} : ${name}`)),
  )
  const ends = m.final.map((state: string) => `  ${state} --> [*]`)
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${m.initial}`, ...arrows, ...ends, '```'].join('\n')
}

function targets(verb: Verb, from: string): readonly string[] {
  if (verb.to === undefined) return [from]
  return typeof verb.to === 'string' ? [verb.to] : verb.to
}

function states(m: AnyMachine): string {
  return table(
    ['state', 'meaning'],
    Object.entries(m.states as Record<string, string>).map(([name, doc]) => [`\`${name}\``, doc]),
  )
}

function verbs(m: AnyMachine): string {
  const rows = Object.entries(m.verbs as Record<string, Verb>).map(([name, verb]) => [
    verb.by.every((role) => role === 'system') ? `*${name}*` : `\`${name}\``,
    `${verb.from.join(', ')} → ${verb.to === undefined ? 'stays' : [verb.to].flat().join(' or ')}`,
    verb.by.join(', '),
    unless(verb),
    verb.event ?? '–',
    verb.doc,
  ])
  return table(['verb', 'from → to', 'who', 'refused', 'event', 'what it is'], rows)
}

function unless(verb: Verb): string {
  const late = verb.before ? [`from \`@${verb.before}\` on`] : []
  const guards = (verb.unless ?? []).map((guard) => `${guard.code}: ${guard.doc}`)
  return [...late, ...guards].join('<br>') || '–'
}

function deadlines(m: AnyMachine): string {
  const rows = Object.entries(m.deadlines as Record<string, DeadlineSpec<string, string>>).map(
    ([name, deadline]) => [
      `\`@${name}\``,
      deadline.in.join(', '),
      deadline.at === undefined ? `${deadline.after?.join(', ')} after entering` : `\`${deadline.at}\``,
      deadline.doc,
    ],
  )
  return rows.length ? table(['deadline', 'lives in', 'when', 'what it is'], rows) : ''
}

function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
