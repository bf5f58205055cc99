import { useEffect, useState, type RefObject } from 'react'

/** Whether a place of the page stands before the reader's eyes: it is scrolled to, and the page is the one that is seen. */
export function useBeforeEyes(place: RefObject<HTMLElement | null>): boolean {
  const [isBefore, setBefore] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    let isScrolledTo = false
    const look = (): void => setBefore(isScrolledTo && document.visibilityState === 'visible')
    const observer = new IntersectionObserver((seen) => {
      isScrolledTo = seen.at(-1)?.isIntersecting ?? false
      look()
    })
    observer.observe(element)
    document.addEventListener('visibilitychange', look)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  }, [place])
  return isBefore
}
