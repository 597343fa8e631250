import type { FocusEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react'

export interface PlainLinkProps {
  readonly href: string
  /**
   * Takes over a plain click within this site, e.g. to navigate without loading the page anew. Clicks that ask for a new
   * tab or a download stay the browser's.
   */
  readonly onFollow?: ((href: string, event: MouseEvent) => void) | undefined
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly isCurrent?: boolean
  readonly onFocus?: (event: FocusEvent) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** A link of this site that works without a router and with one. */
export function PlainLink({
  href,
  onFollow,
  children,
  className,
  isCurrent = false,
  onFocus,
  onKeyDown,
}: PlainLinkProps) {
  return (
    <a
      href={href}
      className={className}
      aria-current={isCurrent ? 'page' : undefined}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (onFollow === undefined || !isPlainClick(event)) return
        event.preventDefault()
        onFollow(href, event)
      }}
    >
      {children}
    </a>
  )
}

/** Whether a click asks for nothing but to go there. */
export function isPlainClick(
  event: Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'> & {
    readonly defaultPrevented?: boolean
  },
): boolean {
  const isModified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.button === 0 && !isModified && event.defaultPrevented !== true
}
