import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

// lib/ holds the pure functions of time and platform/ the clock itself; a signed address lives by real time,
// which the sandbox does not move, the sandbox's gateway is somebody else with a clock of their own, and how long a stop
// waits or what was asked of a server a moment ago is the machine's affair. Everywhere else time is tx.now.
const byRealTime =
  /^api\/(files\/storage\/|funds\/gateways\/sandbox\/|app\/(drain|connections)\.ts|files\/files-reachable\.ts)/
const rooms = readdirSync('api', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['lib', 'platform'].includes(entry.name))
  .map((entry) => join('api', entry.name))

test('no room of the trade looks at a clock of its own', () => {
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  )
  const clocks = /\bnew Date\(\s*\)|\bDate\.now\(|\bTemporal\.Now\b|\bperformance\.now\(/
  const found = files.filter(
    (file) => file.endsWith('.ts') && !byRealTime.test(file) && clocks.test(readFileSync(file, 'utf8')),
  )
  expect(found).toEqual([])
})
