/** A column that is there only where there is room for it. */
export const wide = { display: { xs: 'none', md: 'table-cell' } }
