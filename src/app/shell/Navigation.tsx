import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import type { FactsStore } from '../session.ts'

/** The screens, each with the module it reads, if any. One whose module the chain lacks is not offered. */
const SCREENS = [
  { to: '/', name: 'Overview', module: 'gov' },
  { to: '/proposals', name: 'Proposals', module: 'gov' },
  { to: '/upgrades', name: 'Upgrades', module: 'upgrade' },
  { to: '/aeps', name: 'AEPs', module: undefined },
  { to: '/sigs', name: 'SIGs', module: undefined },
  { to: '/nodes', name: 'Nodes', module: undefined },
] as const

export function Navigation({ facts }: { readonly facts: FactsStore | undefined }) {
  const modules = useSyncExternalStore(
    facts?.subscribe ?? subscribeToNothing,
    () => facts?.current()?.modules,
  )
  return (
    <nav
      aria-label="Screens"
      className="flex flex-wrap gap-x-2.5 text-s max-sm:order-1 max-sm:w-full sm:gap-x-5"
    >
      {SCREENS.filter(
        ({ module }) => module === undefined || modules === undefined || modules.has(module),
      ).map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          search={{}}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          className="border-b-2 border-transparent py-1.5 text-ink-2 no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

function subscribeToNothing(): () => void {
  return () => undefined
}
