import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { parseProposalIdText } from '../../domain/proposal-id.ts'
import { pickVotesSearch } from '../../views/proposal/votes/pick-votes-search.ts'
import { pickProposalsSearch } from '../../views/proposals/pick-proposals-search.ts'
import { endpointDeps, prefetchList, rootRoute } from './root-route.ts'

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(
    () => import('../../views/overview/OverviewView.tsx'),
    'OverviewView',
  ),
})

const proposalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/proposals',
  validateSearch: pickProposalsSearch,
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(
    () => import('../../views/proposals/ProposalsView.tsx'),
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
    void import('../../queries/proposal-detail.ts').then(({ proposalDetailQuery }) =>
      context.queryClient.prefetchQuery(proposalDetailQuery(chain, id)),
    )
  },
  component: lazyRouteComponent(
    () => import('../../views/proposal/ProposalView.tsx'),
    'ProposalView',
  ),
})

const blockRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/blocks/$height',
  component: lazyRouteComponent(() => import('../../views/block/BlockView.tsx'), 'BlockView'),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/$address',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../../views/account/AccountView.tsx'), 'AccountView'),
})

const upgradesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/upgrades',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(
    () => import('../../views/upgrades/UpgradesView.tsx'),
    'UpgradesView',
  ),
})

const upgradeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/upgrades/$name',
  loaderDeps: endpointDeps,
  loader: prefetchList,
  component: lazyRouteComponent(() => import('../../views/upgrade/UpgradeView.tsx'), 'UpgradeView'),
})

const nodesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nodes',
  component: lazyRouteComponent(() => import('../shell/NodesScreen.tsx'), 'NodesScreen'),
})

const haltRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/upgrades/$name/halt',
  component: lazyRouteComponent(() => import('../../views/halt/HaltView.tsx'), 'HaltView'),
})

/** What the chain decides: proposals, votes, upgrades, and the nodes and accounts behind them. */
export const governanceRoutes = [
  overviewRoute,
  proposalsRoute,
  proposalRoute,
  blockRoute,
  accountRoute,
  upgradesRoute,
  haltRoute,
  upgradeRoute,
  nodesRoute,
] as const
