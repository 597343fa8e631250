import type { ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import { classNames } from '../class-names.ts'
import type { PopoverPosition } from './popover-position.ts'
import { choosePopoverPosition } from './popover-position.ts'

export interface PopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode
  /** Name of the overlay and, with `isTriggerNamed`, of the button. */
  readonly label: string
  /** The button's text does not say what it opens, so the label names it. @default false */
  readonly isTriggerNamed?: boolean
  /** Phrasing content only: the popover may stand inside a paragraph. */
  readonly children: ReactNode
  readonly className?: string
  /** Draws the note only once it is opened, where a page has hundreds of them. @default false */
  readonly isDeferred?: boolean
}

/** A button and the note it opens: closes with Escape and a click elsewhere, keeps the focus order of the document. */
export function Popover({
  trigger,
  label,
  isTriggerNamed,
  children,
  className,
  isDeferred = false,
}: PopoverProps) {
  const id = useId()
  const [isDrawn, setIsDrawn] = useState(!isDeferred)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const overlayRef = useRef<HTMLSpanElement>(null)
  const place = () => {
    const [button, overlay] = [buttonRef.current, overlayRef.current]
    if (button === null || overlay === null) return
    const position = choosePopoverPosition(button.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
      scrollX: window.scrollX,
      scrollY: window.scrollY,
    })
    applyPosition(overlay, position)
  }
  return (
    <>
      <button
        type="button"
        ref={buttonRef}
        popoverTarget={id}
        aria-label={isTriggerNamed === true ? label : undefined}
        className={classNames('min-h-6 text-start', className)}
      >
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a paragraph */}
      <span
        ref={overlayRef}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className="popover"
        onBeforeToggle={(event) => {
          if (event.newState !== 'open') return
          setIsDrawn(true)
          place()
        }}
      >
        {isDrawn && children}
      </span>
    </>
  )
}

/** Through the CSSOM, which a strict style-src allows. */
function applyPosition(overlay: HTMLElement, position: PopoverPosition): void {
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const value = position[side]
    overlay.style[side] = value === undefined ? 'auto' : `${Math.round(value)}px`
  }
}
