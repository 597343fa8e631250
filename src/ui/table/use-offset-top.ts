import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

/** Distance of an element from the top of the page in pixels, kept true while what stands above it grows. */
export function useOffsetTop(ref: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const element = ref.current
      if (element === null) return
      setOffset(Math.round(element.getBoundingClientRect().top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [ref])
  return offset
}
