import type { MouseEvent } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { PlainLink } from './PlainLink.tsx'

export interface Tab {
  readonly href: string
  readonly label: string
  readonly isCurrent: boolean
  readonly count?: number | undefined
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly onFollow?: ((href: string, event: MouseEvent) => void) | undefined
}

/** Parts of a page that have their own address, so they are links and not tab panels. */
export function Tabs({ label, tabs, onFollow }: TabsProps) {
  return (
    <nav aria-label={label} className="border-b border-rule">
      <ul className="-mb-px flex gap-5 overflow-x-auto text-s">
        {tabs.map((tab) => (
          <li key={tab.href} className="flex-none">
            <PlainLink
              href={tab.href}
              onFollow={onFollow}
              isCurrent={tab.isCurrent}
              className="block border-b-2 border-transparent py-1.5 text-ink-2 no-underline hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="ms-1.5 text-xs text-ink-3">{formatInteger(tab.count)}</span>
              )}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
