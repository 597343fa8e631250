import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, retainSearchParams } from '@tanstack/react-router'
import { proposalListQuery } from '../../queries/proposal-list.ts'
import type { EndpointSearch } from '../endpoint-choice.ts'
import type { Environment } from '../environment.ts'
import type { Session } from '../session.ts'
import { CrashScreen } from '../shell/CrashScreen.tsx'
import { Shell } from '../shell/Shell.tsx'
import { NoSuchPage } from '../shell/seldom-seen.ts'

export interface RouterContext {
  readonly environment: Environment
  readonly sessions: (search: EndpointSearch) => Session
  readonly queryClient: QueryClient
}

/** What every URL may say: which network, which endpoint, which height. These ride along on every link. */
function pickEndpointSearch(search: Record<string, unknown>): EndpointSearch {
  const pick = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  return { network: pick(search.network), rpc: pick(search.rpc), height: pick(search.height) }
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: pickEndpointSearch,
  search: { middlewares: [retainSearchParams<EndpointSearch>(['network', 'rpc', 'height'])] },
  component: Shell,
  notFoundComponent: NoSuchPage,
  errorComponent: CrashScreen,
})

/** What a loader depends on: the part of the URL that says which chain is read. */
export const endpointDeps = ({ search }: { search: EndpointSearch }): EndpointSearch => ({
  network: search.network,
  rpc: search.rpc,
  height: search.height,
})

/** Begins to read the list of proposals. Without waiting: the screen shows what has arrived. */
export function prefetchList({
  context,
  deps,
}: {
  readonly context: RouterContext
  readonly deps: EndpointSearch
}): void {
  const session = context.sessions(deps)
  if (session.kind === 'connected') {
    void context.queryClient.prefetchQuery(proposalListQuery(session.chain))
  }
}
