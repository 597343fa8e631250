export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Viewport {
  readonly width: number
  readonly height: number
  readonly scrollX: number
  readonly scrollY: number
}

/** CSS lengths in pixels for an absolutely placed overlay; each axis has one of its two, or both to span it. */
export interface PopoverPosition {
  readonly top?: number
  readonly bottom?: number
  readonly left?: number
  readonly right?: number
}

const GAP = 4
const MARGIN = 8
/** Below this an overlay takes the whole width: beside what opened it there is no room. */
const NARROW = 640

/**
 * Where an overlay opens: below what opened it and towards the wider side, above it in the lower third of the window.
 * Relative to the page, so that it scrolls along.
 */
export function choosePopoverPosition(anchor: Box, viewport: Viewport): PopoverPosition {
  const vertical =
    anchor.bottom > viewport.height * 0.7 && anchor.top > viewport.height * 0.3
      ? { bottom: viewport.height - anchor.top - viewport.scrollY + GAP }
      : { top: anchor.bottom + viewport.scrollY + GAP }
  if (viewport.width < NARROW) {
    return { ...vertical, left: MARGIN + viewport.scrollX, right: MARGIN - viewport.scrollX }
  }
  const opensLeft = anchor.left > viewport.width / 2
  const horizontal = opensLeft
    ? { right: Math.max(MARGIN, viewport.width - anchor.right) - viewport.scrollX }
    : { left: Math.max(MARGIN, anchor.left) + viewport.scrollX }
  return { ...vertical, ...horizontal }
}
