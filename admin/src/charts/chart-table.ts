/** A chart is a table whose last column draws what the others say: whoever cannot see it reads the same figures. */
export const chart = { width: '100%', borderCollapse: 'collapse' } as const

/** Its head is for those who have it read to them: the caption says as much to the eye. */
export const head = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const

export const cell = { textAlign: 'left', fontWeight: 400, py: 0.5, pr: 2, whiteSpace: 'nowrap' } as const
