/** The terms of use that a buyer accepts at checkout. */
export const terms = { version: '2026-11' } as const
