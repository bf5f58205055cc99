let count = 0

/** The headline of a story. */
export function beginning(title: string): void {
  console.log(`\n${title}\n${'='.repeat(title.length)}`)
}

/** The next step of a story, numbered. */
export function step(text: string): void {
  console.log(`\n${++count}. ${text}`)
}

/** Something worth seeing. */
export function note(text: string): void {
  console.log(text)
}

/** Rows in columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  for (const row of rows)
    console.log(`      ${row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`.trimEnd())
}
