import { useRouteContext, useSearch } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import type { Environment } from '../environment.ts'
import { NO_FALLBACK } from '../fallback/fallback.ts'
import type { Session } from '../session.ts'

/**
 * The session of the URL, or what stands in for it; the same object as long as the URL names the same endpoints and
 * height and the same is shown for them.
 */
export function useSession(): { readonly session: Session; readonly environment: Environment } {
  const { sessions, environment } = useRouteContext({ from: '__root__' })
  const search = useSearch({ from: '__root__' })
  const session = sessions(search)
  const { subscribe, state } =
    session.kind === 'connected' ? (session.standsInFor ?? session).fallback : NO_FALLBACK
  useSyncExternalStore(subscribe, state)
  return { session, environment }
}
