import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { pickAuctionsSearch } from '../../views/auctions/pick-auctions-search.ts'
import { pickLeasesSearch } from '../../views/leases/pick-leases-search.ts'
import { pickMarketSearch } from '../../views/market/pick-market-search.ts'
import { pickHolderSearch } from '../../views/provider/pick-holder-search.ts'
import { pickProvidersSearch } from '../../views/providers/pick-providers-search.ts'
import { rootRoute } from './root-route.ts'

const marketRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market',
  validateSearch: pickMarketSearch,
  component: lazyRouteComponent(() => import('../../views/market/MarketView.tsx'), 'MarketView'),
})

const gpusRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/gpus',
  component: lazyRouteComponent(() => import('../../views/gpus/GpusView.tsx'), 'GpusView'),
})

const providersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/providers',
  validateSearch: pickProvidersSearch,
  component: lazyRouteComponent(
    () => import('../../views/providers/ProvidersView.tsx'),
    'ProvidersView',
  ),
})

const leasesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/leases',
  validateSearch: pickLeasesSearch,
  component: lazyRouteComponent(() => import('../../views/leases/LeasesView.tsx'), 'LeasesView'),
})

const leaseRoute = createRoute({
  getParentRoute: () => rootRoute,
  // A splat alone would also take the list's own path.
  path: '/market/leases/$owner/$',
  component: lazyRouteComponent(() => import('../../views/lease/LeaseView.tsx'), 'LeaseView'),
})

const auctionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/auctions',
  validateSearch: pickAuctionsSearch,
  component: lazyRouteComponent(
    () => import('../../views/auctions/AuctionsView.tsx'),
    'AuctionsView',
  ),
})

const providerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/providers/$address',
  validateSearch: pickHolderSearch,
  component: lazyRouteComponent(
    () => import('../../views/provider/ProviderView.tsx'),
    'ProviderView',
  ),
})

const tenantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/tenants/$address',
  validateSearch: pickHolderSearch,
  component: lazyRouteComponent(() => import('../../views/tenant/TenantView.tsx'), 'TenantView'),
})

const actRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market/act',
  component: lazyRouteComponent(() => import('../../views/act/ActView.tsx'), 'ActView'),
})

/** The marketplace, screen by screen. */
export const marketRoutes = [
  marketRoute,
  gpusRoute,
  providersRoute,
  actRoute,
  leasesRoute,
  leaseRoute,
  auctionsRoute,
  providerRoute,
  tenantRoute,
] as const
