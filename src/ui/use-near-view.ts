import { type RefObject, startTransition, useEffect, useState } from 'react'

/** Milliseconds before what is far away is drawn too, and between one such and the next. */
const FAR_AFTER = 600
const FAR_APART = 150

/** When the last of those far away has its turn. */
let lastTurn = 0

/**
 * Whether an element is to be drawn: at once within half a screen of the window, else in its turn, so that a page of many
 * drawings is never busy with all of them together.
 */
export function useNearView(ref: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null || isNear) return
    // In slices, so that the page stays usable meanwhile.
    const draw = () => startTransition(() => setIsNear(true))
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) draw()
      },
      { rootMargin: '50% 0px' },
    )
    observer.observe(element)
    lastTurn = Math.max(performance.now() + FAR_AFTER, lastTurn + FAR_APART)
    const turn = setTimeout(draw, lastTurn - performance.now())
    return () => {
      observer.disconnect()
      clearTimeout(turn)
    }
  }, [ref, isNear])
  return isNear
}
