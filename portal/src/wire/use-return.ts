import { useEffect, useEffectEvent } from 'react'

/** Reads again when the reader comes back to the tab: for lists, whose tab may have slept. */
export function useReturn(reload: () => Promise<void>): void {
  const again = useEffectEvent(() => void reload())
  useEffect(() => {
    const shown = (): void => {
      if (document.visibilityState === 'visible') again()
    }
    document.addEventListener('visibilitychange', shown)
    return () => document.removeEventListener('visibilitychange', shown)
  }, [])
}
