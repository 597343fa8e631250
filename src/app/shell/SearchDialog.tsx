import { useEffect, useRef } from 'react'
import { ChainProvider } from '../../queries/chain.ts'
import type { Session } from '../session.ts'
import { SearchPanel } from './SearchPanel.tsx'

export interface SearchDialogProps {
  readonly session: Extract<Session, { kind: 'connected' }>
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The search over the page: a modal of the platform at the top of the window. */
export function SearchDialog({ session, isOpen, onClose }: SearchDialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null || dialog.open === isOpen) return
    if (isOpen) dialog.showModal()
    else dialog.close()
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it already; a click beside it is for the mouse
    <dialog
      ref={ref}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      className="dialog mt-[10vh] w-[min(44rem,100vw-2rem)] overflow-hidden max-sm:mt-4"
    >
      {isOpen && (
        <ChainProvider key={session.chain.key} value={session.chain}>
          <SearchPanel onClose={onClose} />
        </ChainProvider>
      )}
    </dialog>
  )
}
