import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { FactsStore } from '../session.ts'

/** The screens, each with the module it reads, if any. One whose module the chain lacks is not offered. */
const SCREENS = [
  { to: '/', name: 'Overview', module: 'gov' },
  { to: '/proposals', name: 'Proposals', module: 'gov' },
  { to: '/upgrades', name: 'Upgrades', module: 'upgrade' },
  { to: '/aeps', name: 'AEPs', module: undefined },
  { to: '/sigs', name: 'SIGs', module: undefined },
  { to: '/market', name: 'Market', module: 'market' },
  { to: '/nodes', name: 'Nodes', module: undefined },
] as const

/** The ways to the screens. Where the window is narrow they are a row of their own, which scrolls on a phone. */
export function Navigation({ facts }: { readonly facts: FactsStore | undefined }) {
  const modules = useSyncExternalStore(
    facts?.subscribe ?? subscribeToNothing,
    () => facts?.current()?.modules,
  )
  const row = useRef<HTMLElement>(null)
  const centered = useRef<string>(undefined)
  const { pathname } = useLocation()
  useEffect(() => {
    // Once for each screen: from then on the row is where its reader has it.
    if (centered.current === pathname) return
    centered.current = pathname
    centerCurrent(row.current)
  }, [pathname])
  return (
    <nav
      ref={row}
      aria-label="Screens"
      className="screens-row relative flex gap-x-3.5 text-s max-xl:order-1 max-xl:w-full sm:gap-x-5"
    >
      {SCREENS.filter(
        ({ module }) => module === undefined || modules === undefined || modules.has(module),
      ).map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          search={{}}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          className="border-b-2 border-transparent py-1.5 whitespace-nowrap text-ink-2 no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

function centerCurrent(row: HTMLElement | null): void {
  const current = row?.querySelector<HTMLElement>('[aria-current=page]')
  if (!row || !current) return
  row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2
}

function subscribeToNothing(): () => void {
  return () => undefined
}
