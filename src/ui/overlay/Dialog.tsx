import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { Icon } from '../Icon.tsx'

export interface DialogProps {
  readonly isOpen: boolean
  readonly title: string
  /** Asked for by the close button, Escape or the platform's back gesture. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot. */
  readonly actions?: ReactNode
}

/** A modal of the platform: it traps the focus, closes with Escape and gives the focus back where it came from. */
export function Dialog({ isOpen, title, onClose, children, actions }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null || dialog.open === isOpen) return
    if (isOpen) dialog.showModal()
    else dialog.close()
  }, [isOpen])
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <div className="flex items-start gap-4 border-b border-rule px-5 py-3">
        <h2 id={titleId} className="flex-1 text-l">
          {title}
        </h2>
        <button
          type="button"
          onClick={onClose}
          aria-label="Close"
          className="-me-1 grid size-8 place-items-center rounded-s text-ink-2 hover:bg-sunk hover:text-ink"
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="px-5 py-4 text-s">{children}</div>
      {actions !== undefined && (
        <div className="flex flex-wrap justify-end gap-2 border-t border-rule px-5 py-3">
          {actions}
        </div>
      )}
    </dialog>
  )
}
