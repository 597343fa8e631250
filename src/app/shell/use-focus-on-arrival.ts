import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * Moves the focus to an element when another screen is shown in it, as loading a page would: what was followed may be
 * gone, and a screen reader would not say that anything changed. Filters of the same screen leave the focus alone.
 */
export function useFocusOnArrival<T extends HTMLElement>() {
  const ref = useRef<T>(null)
  const pathname = useLocation({ select: (location) => location.pathname })
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    ref.current?.focus({ preventScroll: true })
  }, [pathname])
  return ref
}
