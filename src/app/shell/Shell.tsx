import { Link, Outlet } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { ChainProvider } from '../../queries/chain.ts'
import { ThemeControl } from '../../ui/controls/ThemeControl.tsx'
import { applyTheme, readTheme } from '../theme.ts'
import { Navigation } from './Navigation.tsx'
import { NodeStatus } from './NodeStatus.tsx'
import { Notices } from './Notices.tsx'
import { ConsentScreen, RefusedEndpoint } from './seldom-seen.ts'
import { useSession } from './session-context.ts'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

/** Everything around a screen: where one is, which node speaks, and the screen itself once there is a chain to read. */
export function Shell() {
  const { session, environment } = useSession()
  const [theme, setTheme] = useState(readTheme)
  const mainRef = useFocusOnArrival<HTMLElement>()
  return (
    <>
      <a
        href="#main"
        className="absolute -top-20 left-2 z-20 rounded-m bg-sheet px-4 py-2 focus:top-2"
      >
        Skip to the content
      </a>
      <header className="border-b border-rule">
        <Notices environment={environment} session={session} />
        <div className="mx-auto flex max-w-[1264px] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-8">
          <Link
            to="/"
            search={{}}
            className="flex min-h-8 items-center gap-2 font-bold tracking-tight no-underline"
          >
            <BrandMark />
            Skylight
          </Link>
          <Navigation facts={session.kind === 'connected' ? session.facts : undefined} />
          <span className="flex-1" />
          <div className="flex min-w-0 items-center justify-end gap-3 max-sm:w-full sm:gap-6">
            {session.kind === 'connected' && <NodeStatus session={session} />}
            <ThemeControl
              value={theme}
              onChange={(next) => {
                applyTheme(next)
                setTheme(next)
              }}
            />
          </div>
        </div>
      </header>
      <main
        ref={mainRef}
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-[1264px] px-4 pt-7 pb-16 outline-none sm:px-8"
      >
        {session.kind === 'connected' ? (
          // Another chain is another screen: nothing of the one before is shown for it.
          <ChainProvider key={session.chain.key} value={session.chain}>
            <Outlet />
          </ChainProvider>
        ) : (
          <Suspense>
            {session.kind === 'asking' ? (
              <ConsentScreen url={session.url} consent={environment.consent} />
            ) : (
              <RefusedEndpoint session={session} />
            )}
          </Suspense>
        )}
      </main>
    </>
  )
}

function BrandMark() {
  return (
    <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
      <path
        d="M2 18 10 2l8 16zM6.5 9.5h7"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </svg>
  )
}
