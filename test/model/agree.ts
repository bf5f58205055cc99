/** Throws where what is there is not what the model wants, naming the first thing that differs and after what it was seen. */
export function agree(
  after: string,
  wanted: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): void {
  for (const [what, value] of Object.entries(wanted)) {
    const found = actual[what]
    if (JSON.stringify(found) !== JSON.stringify(value))
      throw new Error(
        `After ${after}: ${what} should be ${JSON.stringify(value)}, is ${JSON.stringify(found)}`,
      )
  }
}
