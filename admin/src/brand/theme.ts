import type { PaletteMode } from '@mui/material'
import { defaultTheme, type RaThemeOptions } from 'react-admin'
import { controls } from './controls.js'

const palettes = {
  light: {
    mode: 'light' as PaletteMode,
    primary: { main: '#0b5563', light: '#2f7d8c', dark: '#063b45', contrastText: '#ffffff' },
    secondary: { main: '#0b5563', contrastText: '#ffffff' },
    success: { main: '#1c6b3f' },
    warning: { main: '#8a4b00' },
    error: { main: '#b3261e' },
    info: { main: '#1d5fa8' },
    background: { default: '#f4f6f7', paper: '#ffffff' },
    text: { primary: '#15232b', secondary: '#4c5d66' },
    divider: '#dde3e6',
  },
  dark: {
    mode: 'dark' as PaletteMode,
    primary: { main: '#74c7d6', light: '#a4dce7', dark: '#3f97a7', contrastText: '#06262c' },
    secondary: { main: '#74c7d6', contrastText: '#06262c' },
    success: { main: '#7fd3a2' },
    warning: { main: '#f2b661' },
    error: { main: '#ff9d94' },
    info: { main: '#8fc0f5' },
    background: { default: '#0f161a', paper: '#172127' },
    text: { primary: '#e4ecef', secondary: '#a3b4bc' },
    divider: '#2a373e',
  },
}

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
const heading = { fontWeight: 650, letterSpacing: '-0.01em' }

function themeOf(mode: 'light' | 'dark'): RaThemeOptions {
  return {
    ...defaultTheme,
    palette: palettes[mode],
    shape: { borderRadius: 6 },
    sidebar: { width: 208, closedWidth: 52 },
    typography: {
      fontFamily: font,
      fontSize: 13,
      h1: { ...heading, fontSize: '1.45rem' },
      h2: { ...heading, fontSize: '1rem' },
      h3: { ...heading, fontSize: '0.92rem' },
      h6: { ...heading, fontSize: '1.05rem' },
      button: { textTransform: 'none', fontWeight: 600 },
      overline: { letterSpacing: '0.06em', fontWeight: 600, lineHeight: 1.8 },
    },
    components: { ...defaultTheme.components, ...controls(palettes[mode]) },
  }
}

/** Calm and dense: ink on paper, one petrol accent, hairlines instead of shadows. */
export const lightTheme = themeOf('light')
/** The same at night. */
export const darkTheme = themeOf('dark')
