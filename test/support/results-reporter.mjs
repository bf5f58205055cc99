import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '../../dist/test-results.json')

// Leaves jest's own counts where .ci/run reads them; removed at the start, so that old ones are never read.
export default class ResultsReporter {
  onRunStart() {
    rmSync(file, { force: true })
  }

  onRunComplete(_contexts, results) {
    const {
      numPassedTests,
      numFailedTests,
      numPendingTests,
      numTotalTests,
      numRuntimeErrorTestSuites,
      success,
    } = results
    const counts = {
      numPassedTests,
      numFailedTests,
      numPendingTests,
      numTotalTests,
      numRuntimeErrorTestSuites,
      success,
    }
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`)
  }
}
