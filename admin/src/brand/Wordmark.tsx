import { useTheme } from '@mui/material/styles'

/** The word "Waybill" with its mark, drawn inline: no font and no request. `height` in pixels. */
export function Wordmark({ height = 24 }: { height?: number }) {
  const { palette } = useTheme()
  return (
    <svg height={height} viewBox="0 0 132 32" role="img" aria-label="Waybill" style={{ display: 'block' }}>
      <rect width="32" height="32" rx="7" fill={palette.primary.main} />
      <path
        d="M6 10l5 13 5-11 5 11 5-13"
        fill="none"
        stroke={palette.primary.contrastText}
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="26" cy="10" r="2.6" fill="#f2a33a" />
      <text
        x="42"
        y="23.5"
        fill={palette.text.primary}
        style={{
          font: '650 22px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
          letterSpacing: '-0.4px',
        }}
      >
        Waybill
      </text>
    </svg>
  )
}
