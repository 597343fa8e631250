import { type RefObject, useEffect, useState } from 'react'
import { Button } from '../../ui/controls/Button.tsx'

/** Fills the screen with an element, where the browser lets a page do so; on phones it often does not. */
export function FullScreenButton({ target }: { readonly target: RefObject<HTMLElement | null> }) {
  const [isFull, setIsFull] = useState(false)
  useEffect(() => {
    const follow = () => setIsFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', follow)
    return () => document.removeEventListener('fullscreenchange', follow)
  }, [])
  if (!document.fullscreenEnabled) return null
  const change = () => {
    // Refused by a frame or by the reader's settings: the room stays as large as it is.
    if (isFull) document.exitFullscreen().catch(() => undefined)
    else target.current?.requestFullscreen().catch(() => undefined)
  }
  return <Button onClick={change}>{isFull ? 'Leave full screen' : 'Fill the screen'}</Button>
}
