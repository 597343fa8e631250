import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { Session } from '../session.ts'
import type { SearchDialogProps } from './SearchDialog.tsx'

const load = () => import('./SearchDialog.tsx').then(({ SearchDialog }) => SearchDialog)

/** Opens the search: a button, `/` and Ctrl or Cmd with K. Its code comes when it is about to be used. */
export function SearchTrigger({ session }: { readonly session: Session }) {
  const [Dialog, setDialog] = useState<ComponentType<SearchDialogProps>>()
  const [isOpen, setIsOpen] = useState(false)
  const [isLost, setIsLost] = useState(false)
  const open = useCallback(() => {
    setIsOpen(true)
    load().then(
      (Loaded) => {
        setIsLost(false)
        setDialog(() => Loaded)
      },
      () => {
        setIsOpen(false)
        setIsLost(true)
      },
    )
  }, [])
  const isThere = session.kind === 'connected'
  useEffect(() => {
    if (!isThere) return
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event) || isBusy(event)) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isThere, open])
  if (!isThere) return null
  const prefetch = () => void load().catch(() => undefined)
  return (
    <>
      <button
        type="button"
        onClick={open}
        onPointerEnter={prefetch}
        onFocus={prefetch}
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        className="flex min-h-8 min-w-8 items-center justify-center gap-2 rounded-m border border-edge bg-sheet px-2 text-s text-ink-2 hover:text-ink max-sm:ms-auto"
      >
        <Icon name="search" />
        <span className="max-md:sr-only">{isLost ? 'Search did not load; again?' : 'Search'}</span>
        <span aria-hidden="true" className="text-xs text-ink-3 max-lg:hidden">
          /
        </span>
      </button>
      {Dialog !== undefined && (
        <Dialog session={session} isOpen={isOpen} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

function isShortcut({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false
  return key === '/' ? !ctrlKey && !metaKey : key.toLowerCase() === 'k' && ctrlKey !== metaKey
}

/** Somebody types, or another overlay has the floor. */
function isBusy({ target, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || document.querySelector('dialog[open]') !== null) return true
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  )
}
