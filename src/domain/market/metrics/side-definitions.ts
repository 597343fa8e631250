import type { MetricDefinition } from './metric.ts'
import { METRIC_QUERY, OF_LEASES, OF_RESOURCES } from './metric-queries.ts'

/** Definitions of providers, tenants, concentration and auctions. */
export const SIDE_DEFINITIONS = {
  providers: {
    id: 'providers',
    label: 'Providers',
    formula: 'Providers on the provider module’s list.',
    queries: [METRIC_QUERY.providers],
    unit: 'providers',
    caveat: 'Whether a provider is online, and what it has free, is not on the chain.',
  },
  providersWithLeases: {
    id: 'providersWithLeases',
    label: 'Providers with leases',
    formula: 'Different providers of active and reclaiming leases.',
    queries: OF_LEASES,
    unit: 'providers',
  },
  tenants: {
    id: 'tenants',
    label: 'Tenants',
    formula: 'Different owners of active and reclaiming leases.',
    queries: OF_LEASES,
    unit: 'accounts',
    caveat: 'Accounts, not people: one may have many, and one may rent for many.',
  },
  shareOfLeases: {
    id: 'shareOfLeases',
    label: 'Share of leases',
    formula: 'Active and reclaiming leases of the provider or tenant ÷ all of them.',
    queries: OF_LEASES,
  },
  shareOfGpus: {
    id: 'shareOfGpus',
    label: 'Share of GPUs',
    formula: 'Leased GPUs of the provider or tenant ÷ all leased GPUs.',
    queries: OF_RESOURCES,
    caveat: 'Leases whose resources are not known are not in it.',
  },
  shareOfRunRate: {
    id: 'shareOfRunRate',
    label: 'Share of the run-rate',
    formula:
      'Prices per block of the provider’s or tenant’s active leases ÷ those of all; in one denomination, or in US dollars over the denominations that have a price. Which one is named.',
    queries: [...OF_LEASES, METRIC_QUERY.oracle],
  },
  topShare: {
    id: 'topShare',
    label: 'Share of the largest',
    formula:
      'The sum of the largest N shares; of what, leases, GPUs or the run-rate, stands beside it.',
    queries: OF_RESOURCES,
  },
  hhi: {
    id: 'hhi',
    label: 'Herfindahl–Hirschman index',
    formula:
      'Sum of the squares of all shares in percent: 10,000 where one holds all, 10,000 ÷ n where n hold the same.',
    queries: OF_RESOURCES,
  },
  gini: {
    id: 'gini',
    label: 'Gini coefficient',
    formula:
      'Σ (2i − n − 1) × xᵢ ÷ (n × Σ xᵢ), x ascending, i from 1: 0 where all hold the same, close to 1 where one holds nearly all.',
    queries: OF_RESOURCES,
    caveat: 'Among those who hold anything: providers without a lease are left out.',
  },
  lorenz: {
    id: 'lorenz',
    label: 'Lorenz curve',
    formula:
      'Of n holders, x ascending, for each k from 0 to n: k ÷ n across, (x₁ + … + xₖ) ÷ Σ xᵢ up. Were all to hold the same it would be the diagonal; twice the area between the two is the Gini coefficient.',
    queries: OF_RESOURCES,
    caveat: 'Among those who hold anything: providers without a lease are left out.',
  },
  openOrders: {
    id: 'openOrders',
    label: 'Open orders',
    formula: 'Orders in state open: deployments that wait until a bid is taken.',
    queries: [METRIC_QUERY.orders],
    unit: 'orders',
  },
  ordersByState: {
    id: 'ordersByState',
    label: 'Orders by state',
    formula: 'The number of orders in each state the market module keeps: open, active, closed.',
    queries: [METRIC_QUERY.orders],
    unit: 'orders',
  },
  openBids: {
    id: 'openBids',
    label: 'Open bids',
    formula:
      'Bids in state open on orders in state open. Open bids on other orders are counted apart.',
    queries: [METRIC_QUERY.orders, METRIC_QUERY.bids],
    unit: 'bids',
  },
  bidsByState: {
    id: 'bidsByState',
    label: 'Bids by state',
    formula:
      'The number of bids in each state the market module keeps: open, active, lost, closed.',
    queries: [METRIC_QUERY.bids],
    unit: 'bids',
  },
  deploymentsByState: {
    id: 'deploymentsByState',
    label: 'Deployments by state',
    formula: 'The number of deployments in each state the deployment module keeps: active, closed.',
    queries: [METRIC_QUERY.deployments],
    unit: 'deployments',
  },
  bidPrice: {
    id: 'bidPrice',
    label: 'Price of a bid',
    formula: 'The price of the bid as the market module keeps it, in its denomination.',
    queries: [METRIC_QUERY.bids],
    unit: 'per block',
  },
  orderPrice: {
    id: 'orderPrice',
    label: 'Highest price of an order',
    formula:
      'The sum of price × count over the resource units of the order’s spec: a bid must not be above it.',
    queries: [METRIC_QUERY.orders],
    unit: 'per block',
  },
  bidsPerOrder: {
    id: 'bidsPerOrder',
    label: 'Bids per open order',
    formula:
      'Bids in state open on each order in state open; orders without a bid count with zero.',
    queries: [METRIC_QUERY.orders, METRIC_QUERY.bids],
    unit: 'bids',
  },
  cheapestWon: {
    id: 'cheapestWon',
    label: 'Orders won by the cheapest bid',
    formula:
      'Orders none of whose losing bids, of those that can be compared, is cheaper than the lease ÷ orders with a bid that can be compared.',
    queries: [METRIC_QUERY.bids, METRIC_QUERY.leases],
    caveat: 'Of equally cheap bids the tenant chose one; that one counts as the cheapest.',
  },
  bidSpread: {
    id: 'bidSpread',
    label: 'Losing against winning bids',
    formula:
      '(price of the losing bid − price of the lease) ÷ price of the lease, of each bid in state lost whose order became a lease at a price above zero in the same denomination. Median, P10 and P90 at (n − 1) × p of the ascending values, linear between neighbours.',
    queries: [METRIC_QUERY.bids, METRIC_QUERY.leases],
    caveat:
      'Leases that were rewritten to ACT cannot be compared with bids that were not; these, bids without a lease and bids against a price of zero are counted apart.',
  },
} satisfies Partial<Record<MetricDefinition['id'], MetricDefinition>>
