/** A share from 0 to 1 as people say it; a dash where there is nothing to have a share of. Never rounded to all or nothing. */
export function percent(share: number | null): string {
  if (share === null) return '–'
  const rounded = Math.round(share * 100)
  if (rounded === 0 && share > 0) return '< 1 %'
  if (rounded === 100 && share < 1) return '> 99 %'
  return `${rounded} %`
}
