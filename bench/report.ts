import { cpus } from 'node:os'
import type { Round } from './contender.js'
import { CONTENTS } from './world.js'

/** A contender's median round. */
export type Measured = Round & { readonly name: string }

/** The median of each figure of some rounds. */
export function median(rounds: readonly Round[]): Round {
  const middle = (of: (round: Round) => number) =>
    rounds.map(of).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)]!
  return {
    cpu: middle((r) => r.cpu),
    databaseCpu: middle((r) => r.databaseCpu),
    p50: middle((r) => r.p50),
    p99: middle((r) => r.p99),
    perSecond: middle((r) => r.perSecond),
    rss: middle((r) => r.rss),
  }
}

interface Figures {
  readonly orders: number
  readonly few: number
  readonly rounds: number
  readonly requests: number
  readonly connections: number
  readonly small: Measured[]
  readonly large: Measured[]
}

/** The report, as Markdown. */
export function reportOf(figures: Figures): string {
  const { orders, few, rounds, requests, connections, small, large } = figures
  const of = (name: string, among = large) => among.find((m) => m.name === name)!
  const whole = (m: Measured) => m.cpu + m.databaseCpu
  const ratio = (peer: string, ours: string) => {
    const [a, b] = [of(peer), of(ours)]
    return `| ${peer} : ${ours} | ${(a.cpu / b.cpu).toFixed(2)} | ${(whole(a) / whole(b)).toFixed(2)} |`
  }
  const growth = small.map((before) => {
    const after = of(before.name)
    return `| ${before.name} | ${before.cpu.toFixed(2)} → ${after.cpu.toFixed(2)} | ${before.databaseCpu.toFixed(2)} → ${after.databaseCpu.toFixed(2)} | ${(whole(after) / whole(before)).toFixed(2)} |`
  })
  return `# What the orders list costs

Written by \`npm run bench -- --report\`. Milliseconds; CPU is per request, of the server's process alone, PostgreSQL's beside it.
${orders} orders with ${CONTENTS}; one order in a hundred is the agency's who asks.
${rounds} rounds, everybody in turn, ${requests} requests each over ${connections} connections after at least 1000 to warm up; medians.
Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}) shared by load, server and PostgreSQL. Answers were compared and are the same.

| ${orders} orders | CPU | PostgreSQL's CPU | p50 | p99 | p99 : p50 | per second | memory, MB |
|---|---|---|---|---|---|---|---|
${large.map((m) => `| ${m.name} | ${m.cpu.toFixed(2)} | ${m.databaseCpu.toFixed(2)} | ${m.p50} | ${m.p99} | ${(m.p99 / m.p50).toFixed(1)} | ${m.perSecond.toFixed(0)} | ${(m.rss / 1e6).toFixed(0)} |`).join('\n')}

| how many times the second's cost the first has | server's CPU | with PostgreSQL's |
|---|---|---|
${ratio('Entities: list, staff', 'Waybill: list, staff')}
${ratio('By hand: list, agency', 'Waybill: list, agency')}
${ratio('By hand: list, staff', 'Waybill: list, staff')}
${ratio('By hand, text passed on: list, staff', 'Waybill: list, staff')}
${ratio('Entities: one order', 'Waybill: one order, agency')}
${ratio('By hand: one order', 'Waybill: one order, agency')}
${ratio('Entities: unit of work', 'Waybill: postMessage')}

| growth, ${few} → ${orders} orders | CPU | PostgreSQL's CPU | times |
|---|---|---|---|
${growth.join('\n')}

Waybill's figures contain sign-in (the session is looked up for each request) and every right; the peers know neither.
Its \`postMessage\` also checks the right to write, hashes the input for retries, enqueues the job that tells of it, and reads the answer back.
`
}
