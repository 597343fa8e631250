import { useRouteContext, useSearch } from '@tanstack/react-router'
import type { Environment } from '../environment.ts'
import type { Session } from '../session.ts'

/** The session of the URL, the same object as long as the URL names the same endpoints and height. */
export function useSession(): { readonly session: Session; readonly environment: Environment } {
  const { sessions, environment } = useRouteContext({ from: '__root__' })
  const search = useSearch({ from: '__root__' })
  return { session: sessions(search), environment }
}
