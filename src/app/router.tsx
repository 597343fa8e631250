import type { QueryClient } from '@tanstack/react-query'
import {
  createBrowserHistory,
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { parseProposalIdText } from '../domain/proposal-id.ts'
import { proposalListQuery } from '../queries/proposal-list.ts'
import { pickAepsSearch } from '../views/aeps/pick-aeps-search.ts'
import { pickAuctionsSearch } from '../views/auctions/pick-auctions-search.ts'
import { pickFindingsSearch } from '../views/findings/pick-findings-search.ts'
import { pickLeasesSearch } from '../views/leases/pick-leases-search.ts'
import { pickMarketSearch } from '../views/market/pick-market-search.ts'
import { pickPipelineSearch } from '../views/pipeline/pick-pipeline-search.ts'
import { pickProjectsSearch } from '../views/projects/pick-projects-search.ts'
import { pickVotesSearch } from '../views/proposal/votes/pick-votes-search.ts'
import { pickProposalsSearch } from '../views/proposals/pick-proposals-search.ts'
import { pickHolderSearch } from '../views/provider/pick-holder-search.ts'
import { pickProvidersSearch } from '../views/providers/pick-providers-search.ts'
import { pickSigsSearch } from '../views/sigs/pick-sigs-search.ts'
import type { EndpointSearch } from './endpoint-choice.ts'
import type { Environment } from './environment.ts'
import type { Session } from './session.ts'
import { CrashScreen } from './shell/CrashScreen.tsx'
import { Shell } from './shell/Shell.tsx'
import { NoSuchPage } from './shell/seldom-seen.ts'

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

const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: pickEndpointSearch,
  search: { middlewares: [retainSearchParams<EndpointSearch>(['network', 'rpc', 'height'])] },
  component: Shell,
  notFoundComponent: NoSuchPage,
  errorComponent: CrashScreen,
})

const endpointDeps = ({ search }: { search: EndpointSearch }): EndpointSearch => ({
  network: search.network,
  rpc: search.rpc,
  height: search.height,
})

/** Without waiting: the screen shows what has arrived. */
function prefetchList({
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

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/overview/OverviewView.tsx'), 'OverviewView'),
})

const proposalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/proposals',
  validateSearch: pickProposalsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(
    () => import('../views/proposals/ProposalsView.tsx'),
    'ProposalsView',
  ),
})

const proposalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/proposals/$id',
  validateSearch: pickVotesSearch,
  loaderDeps: endpointDeps,
  loader: ({ context, deps, params }) => {
    const session = context.sessions(deps)
    const id = parseProposalIdText(params.id)
    if (session.kind !== 'connected' || id === undefined) return
    const { chain } = session
    void import('../queries/proposal-detail.ts').then(({ proposalDetailQuery }) =>
      context.queryClient.prefetchQuery(proposalDetailQuery(chain, id)),
    )
  },
  component: lazyRouteComponent(() => import('../views/proposal/ProposalView.tsx'), 'ProposalView'),
})

const blockRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/blocks/$height',
  component: lazyRouteComponent(() => import('../views/block/BlockView.tsx'), 'BlockView'),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/$address',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/account/AccountView.tsx'), 'AccountView'),
})

const upgradesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/upgrades',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/upgrades/UpgradesView.tsx'), 'UpgradesView'),
})

const upgradeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/upgrades/$name',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/upgrade/UpgradeView.tsx'), 'UpgradeView'),
})

const nodesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nodes',
  component: lazyRouteComponent(() => import('./shell/NodesScreen.tsx'), 'NodesScreen'),
})

const haltRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/upgrades/$name/halt',
  component: lazyRouteComponent(() => import('../views/halt/HaltView.tsx'), 'HaltView'),
})

const aepsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aeps',
  validateSearch: pickAepsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/aeps/AepsView.tsx'), 'AepsView'),
})

const aepRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aeps/$number',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/aep/AepView.tsx'), 'AepView'),
})

const findingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aeps/findings',
  validateSearch: pickFindingsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/findings/FindingsView.tsx'), 'FindingsView'),
})

const pipelineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aeps/pipeline',
  validateSearch: pickPipelineSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/pipeline/PipelineView.tsx'), 'PipelineView'),
})

const sigsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sigs',
  validateSearch: pickSigsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/sigs/SigsView.tsx'), 'SigsView'),
})

const sigRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sigs/$id',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/sig/SigView.tsx'), 'SigView'),
})

const projectsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects',
  validateSearch: pickProjectsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../views/projects/ProjectsView.tsx'), 'ProjectsView'),
})

const marketRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market',
  validateSearch: pickMarketSearch,
  component: lazyRouteComponent(() => import('../views/market/MarketView.tsx'), 'MarketView'),
})

const gpusRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/gpus',
  component: lazyRouteComponent(() => import('../views/gpus/GpusView.tsx'), 'GpusView'),
})

const providersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/providers',
  validateSearch: pickProvidersSearch,
  component: lazyRouteComponent(
    () => import('../views/providers/ProvidersView.tsx'),
    'ProvidersView',
  ),
})

const leasesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/leases',
  validateSearch: pickLeasesSearch,
  component: lazyRouteComponent(() => import('../views/leases/LeasesView.tsx'), 'LeasesView'),
})

const leaseRoute = createRoute({
  getParentRoute: () => rootRoute,
  // A splat alone would also take the list's own path.
  path: '/market/leases/$owner/$',
  component: lazyRouteComponent(() => import('../views/lease/LeaseView.tsx'), 'LeaseView'),
})

const auctionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/auctions',
  validateSearch: pickAuctionsSearch,
  component: lazyRouteComponent(() => import('../views/auctions/AuctionsView.tsx'), 'AuctionsView'),
})

const providerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/providers/$address',
  validateSearch: pickHolderSearch,
  component: lazyRouteComponent(() => import('../views/provider/ProviderView.tsx'), 'ProviderView'),
})

const tenantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/tenants/$address',
  validateSearch: pickHolderSearch,
  component: lazyRouteComponent(() => import('../views/tenant/TenantView.tsx'), 'TenantView'),
})

const actRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/act',
  component: lazyRouteComponent(() => import('../views/act/ActView.tsx'), 'ActView'),
})

const routeTree = rootRoute.addChildren([
  overviewRoute,
  proposalsRoute,
  proposalRoute,
  blockRoute,
  accountRoute,
  upgradesRoute,
  haltRoute,
  upgradeRoute,
  nodesRoute,
  aepsRoute,
  findingsRoute,
  pipelineRoute,
  aepRoute,
  sigsRoute,
  sigRoute,
  projectsRoute,
  marketRoute,
  gpusRoute,
  providersRoute,
  actRoute,
  leasesRoute,
  leaseRoute,
  auctionsRoute,
  providerRoute,
  tenantRoute,
])

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    history:
      context.environment.config.history === 'hash' ? createHashHistory() : createBrowserHistory(),
    defaultPreload: 'intent',
    scrollRestoration: true,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: formatSearch,
  })
}

/** Plain text values, so that a link reads `?height=27400494` and not JSON in percent signs. */
function formatSearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value)
  }
  const formatted = parameters.toString().replaceAll('%2C', ',')
  return formatted === '' ? '' : `?${formatted}`
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
