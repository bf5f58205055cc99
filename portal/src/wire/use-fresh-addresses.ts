import { useEffect, useEffectEvent } from 'react'

const ADDRESS_MS = 240_000

/** The addresses of files live for five minutes: they are read again before, as long as the page is open. */
export function useFreshAddresses(read: () => void): void {
  const again = useEffectEvent(read)
  useEffect(() => {
    const timer = setInterval(() => again(), ADDRESS_MS)
    return () => clearInterval(timer)
  }, [])
}
