import base from './jest.config.js'

// The tests against real servers of others, from Debian's packages: `npm run test:real`. Never part of `npm test`.
export default {
  ...base,
  testMatch: ['<rootDir>/test/real/**/*.real.ts'],
  reporters: ['default'],
  testTimeout: 180_000,
  maxWorkers: 1,
}
