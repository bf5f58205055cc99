import { common } from '../words/common.js'

/** The name as a picture: a route that starts as a W and ends at its stop. */
export function Wordmark() {
  return (
    <svg viewBox="0 0 172 40" role="img" aria-label={common.name}>
      <g fill="none" stroke="currentColor" strokeWidth="4.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M4 9l8 22 8-17 8 17 7-19" />
      </g>
      <circle cx="37.2" cy="7.2" r="4.2" fill="var(--accent)" />
      <text
        x="50"
        y="30"
        fill="currentColor"
        fontFamily="inherit"
        fontSize="28"
        fontWeight="720"
        letterSpacing="-1"
        textLength="116"
        lengthAdjust="spacingAndGlyphs"
      >
        {common.name}
      </text>
    </svg>
  )
}
