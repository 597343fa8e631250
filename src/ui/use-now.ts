import { useEffect, useState } from 'react'

/** The present, renewed every `intervalMs` while the page is visible. A clock that stands still costs nothing. */
export function useNow(readNow: () => Date, intervalMs: number): Date {
  const [now, setNow] = useState(readNow)
  useEffect(() => {
    const tick = () => {
      if (document.visibilityState === 'visible') {
        setNow((shown) => {
          const next = readNow()
          return next.getTime() === shown.getTime() ? shown : next
        })
      }
    }
    tick()
    const timer = setInterval(tick, intervalMs)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [readNow, intervalMs])
  return now
}
