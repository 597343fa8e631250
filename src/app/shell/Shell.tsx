import { Link, Outlet } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { ChainProvider } from '../../queries/chain.ts'
import { ThemeControl } from '../../ui/controls/ThemeControl.tsx'
import { TitleMark } from '../../ui/page/title-mark.ts'
import { applyTheme, readTheme } from '../theme.ts'
import { BannerFrame } from './BannerFrame.tsx'
import { Navigation } from './Navigation.tsx'
import { NodeStatus } from './NodeStatus.tsx'
import { Notices } from './Notices.tsx'
import { SearchTrigger } from './SearchTrigger.tsx'
import { ConsentScreen, RefusedEndpoint, StandingBanner } from './seldom-seen.ts'
import { useSession } from './session-context.ts'
import { isInvented, useStanding } from './standing.ts'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

/** Everything around a screen: where one is, which node speaks, and the screen itself once there is a chain to read. */
export function Shell() {
  const { session, environment } = useSession()
  const standing = useStanding(session)
  const invented = isInvented(standing)
  // Only what is looked at is watched: a link that was merely pointed at opens a session too.
  const watch = session.kind === 'connected' ? session.fallback.watch : undefined
  useEffect(() => watch?.(), [watch])
  const [theme, setTheme] = useState(readTheme)
  const mainRef = useFocusOnArrival<HTMLElement>()
  return (
    <TitleMark value={invented ? 'Demo' : ''}>
      <a
        href="#main"
        className="absolute -top-20 left-2 z-20 rounded-m bg-sheet px-4 py-2 focus:top-2"
      >
        Skip to the content
      </a>
      <header className="border-b border-rule">
        {standing.kind !== 'plain' && (
          // No figure is seen before the word on it, even while the rest of the banner is on its way.
          <Suspense fallback={invented ? <BannerFrame title="Invented data." /> : null}>
            <StandingBanner standing={standing} />
          </Suspense>
        )}
        <Notices environment={environment} session={session} />
        <div className="mx-auto flex max-w-[1264px] flex-wrap items-center gap-x-3 gap-y-1 sm:gap-x-4 lg:gap-x-6 px-4 py-2 sm:px-8">
          <Link
            to="/"
            search={{}}
            className="flex min-h-8 items-center gap-2 font-bold tracking-tight no-underline"
          >
            <BrandMark />
            Skylight
          </Link>
          <Navigation facts={session.kind === 'connected' ? session.facts : undefined} />
          <span className="flex-1 max-sm:hidden" />
          <SearchTrigger session={session} />
          <div className="flex min-w-0 items-center justify-end gap-3 ms-auto max-sm:order-2 max-sm:w-full sm:gap-4 lg:gap-6">
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
              <ConsentScreen {...session} consent={environment.consent} />
            ) : (
              <RefusedEndpoint session={session} />
            )}
          </Suspense>
        )}
      </main>
    </TitleMark>
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
