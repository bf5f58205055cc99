interface Colours {
  divider: string
  background: { default: string; paper: string }
  text: { primary: string; secondary: string }
  primary: { main: string }
}

/** How the controls look, for one palette: flat paper, hairlines, a ring where the keyboard is. */
export function controls(colours: Colours) {
  const ring = { outline: `2px solid ${colours.primary.main}`, outlineOffset: 2 }
  const hairline = { border: `1px solid ${colours.divider}`, boxShadow: 'none', backgroundImage: 'none' }
  return {
    MuiCssBaseline: {
      styleOverrides: {
        'a:focus-visible, [tabindex]:focus-visible': ring,
        code: { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace', fontSize: '0.92em' },
      },
    },
    MuiAppBar: {
      defaultProps: { elevation: 0 },
      styleOverrides: {
        root: {
          backgroundColor: `${colours.background.paper} !important`,
          color: `${colours.text.primary} !important`,
          backgroundImage: 'none',
          borderBottom: `1px solid ${colours.divider}`,
        },
      },
    },
    MuiCard: { defaultProps: { elevation: 0 }, styleOverrides: { root: hairline } },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&:focus-visible': ring } },
    },
    MuiButton: { defaultProps: { size: 'small', disableElevation: true } },
    MuiChip: {
      styleOverrides: { root: { fontWeight: 600 }, sizeSmall: { height: 22, fontSize: '0.74rem' } },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
    MuiFormHelperText: { styleOverrides: { root: { overflowWrap: 'anywhere' } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiTooltip: {
      defaultProps: { arrow: true },
      styleOverrides: { tooltip: { fontSize: '0.8rem', maxWidth: 360 } },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: colours.divider, padding: '7px 12px' },
        head: { color: colours.text.secondary, fontWeight: 600, fontSize: '0.76rem', lineHeight: 1.6 },
      },
    },
    MuiTableSortLabel: { styleOverrides: { root: { minHeight: 24 } } },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          margin: '1px 8px',
          borderRadius: 6,
          minHeight: 36,
          padding: '4px 10px',
          color: colours.text.secondary,
          '&.RaMenuItemLink-active': {
            color: colours.primary.main,
            backgroundColor: `color-mix(in srgb, ${colours.primary.main} 12%, transparent)`,
            fontWeight: 650,
          },
          '& .RaMenuItemLink-icon': { minWidth: 32, color: 'inherit' },
        },
      },
    },
    RaDatagrid: {
      styleOverrides: { root: { '& .RaDatagrid-headerCell': { backgroundColor: 'transparent' } } },
    },
  }
}
