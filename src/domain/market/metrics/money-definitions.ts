import type { MetricDefinition } from './metric.ts'
import { METRIC_QUERY, OF_ACCOUNTS, OF_LEASES, OF_RESOURCES, OF_TIME } from './metric-queries.ts'

/** Definitions of prices, spend and the money behind them. */
export const MONEY_DEFINITIONS = {
  blockTime: {
    id: 'blockTime',
    label: 'Block time',
    formula:
      '(time of the last block − time of the first) ÷ (blocks between them), over the window that is named.',
    queries: OF_TIME,
    unit: 'ms',
  },
  runRate: {
    id: 'runRate',
    label: 'Run-rate',
    formula:
      'Sum of the price per block of all active and reclaiming leases, for each denomination by itself. Per hour, day and 30 days: × the length ÷ the measured block time, cut off at the 18th digit.',
    queries: [...OF_LEASES, ...OF_TIME],
    unit: 'per block',
    caveat:
      'What is agreed now, not what will be paid. Prices of leases from before v2.0.0 that still run were rewritten to ACT.',
  },
  spendSettled: {
    id: 'spendSettled',
    label: 'Settled',
    formula:
      'withdrawn + balance of the lease’s payment: what the provider has taken out and what it can.',
    queries: OF_LEASES,
    caveat: 'Payments that ran over the upgrade to v2.0.0 were rewritten to ACT with their past.',
  },
  spendAccrued: {
    id: 'spendAccrued',
    label: 'Accrued, not settled',
    formula:
      'For an open payment: unsettled + rate × (height − settled_at of the deployment’s account). Where the account’s funds in that denomination are less than what all its open payments accrued together, funds × what this one accrued ÷ what all accrued.',
    queries: OF_ACCOUNTS,
    caveat:
      'The chain settles only when somebody asks for it; until then this is computed, not kept. Leases whose account is not known are counted apart.',
  },
  spendLifetime: {
    id: 'spendLifetime',
    label: 'Spend over the life',
    formula:
      'Settled + accrued, for each denomination by itself; of an ended lease withdrawn + balance.',
    queries: OF_ACCOUNTS,
    caveat:
      'What was settled in AKT while minting of ACT was halted is not in the payment. Leases without a payment are counted apart.',
  },
  spendUnpaid: {
    id: 'spendUnpaid',
    label: 'Never paid',
    formula: 'unsettled of payments that are not open any more: due when funds had run out.',
    queries: OF_LEASES,
  },
  usdValue: {
    id: 'usdValue',
    label: 'In US dollars',
    formula:
      'ACT × 1 USD, by the protocol; AKT × the oracle’s time-weighted price, only while the oracle calls itself healthy and the price is above zero; axlUSDC × the price that is assumed and named. Other denominations have no dollars.',
    queries: [...OF_LEASES, METRIC_QUERY.oracle],
    unit: 'USD',
    caveat: 'A sum names the denominations in it and the ones left out.',
  },
  gpuHourPrice: {
    id: 'gpuHourPrice',
    label: 'Price per GPU-hour',
    formula:
      'Price per block ÷ GPUs × 3,600,000 ÷ block time in ms, of each active or reclaiming lease whose GPUs are all of one vendor’s one model; by model and denomination the median, P10 and P90 (at (n − 1) × p of the ascending values, linear between neighbours) and the number of leases.',
    queries: [...OF_RESOURCES, ...OF_TIME],
    unit: 'per GPU-hour',
    caveat:
      'The price of the whole lease: CPU, memory, storage and endpoints are in it. Live leases, not offers. Leases of several models, or of any, are counted apart.',
  },
  cpuHourPrice: {
    id: 'cpuHourPrice',
    label: 'Price per vCPU-hour',
    formula:
      'Price per block ÷ vCPUs × 3,600,000 ÷ block time in ms, of each active or reclaiming lease with vCPUs and without GPUs; by denomination the median, P10 and P90 (at (n − 1) × p of the ascending values, linear between neighbours) and the number of leases.',
    queries: [...OF_RESOURCES, ...OF_TIME],
    unit: 'per vCPU-hour',
    caveat:
      'The price of the whole lease: memory, storage and endpoints are in it. Live leases, not offers.',
  },
  runway: {
    id: 'runway',
    label: 'Runway',
    formula:
      '(funds − rate × (height − settled_at)) ÷ rate, in whole blocks and not below zero, of each active deployment whose open payments have a rate above zero; the rate is the sum of theirs in a denomination, and of several denominations the least counts. In time, blocks × the measured block time.',
    queries: [...OF_ACCOUNTS, ...OF_TIME],
    unit: 'blocks',
    caveat: 'Deposits to come and funds in another denomination are not counted.',
  },
  aktPrice: {
    id: 'aktPrice',
    label: 'AKT price',
    formula:
      'Time-weighted average price of akt in USD as the oracle module keeps it; beside it its median, lowest and highest price, how many sources it has and how far they differ.',
    queries: [METRIC_QUERY.oracle],
    unit: 'USD',
    caveat: 'With the oracle’s own time and health; without health it is used for nothing.',
  },
  actSupply: {
    id: 'actSupply',
    label: 'ACT supply',
    formula: 'Supply of uact in the bank module.',
    queries: [METRIC_QUERY.supplyOf],
    unit: 'uact',
  },
  vaultBalance: {
    id: 'vaultBalance',
    label: 'Vault',
    formula: 'Balances the BME module holds, by denomination.',
    queries: [METRIC_QUERY.bmeVault],
  },
  mintedAndBurned: {
    id: 'mintedAndBurned',
    label: 'Minted and burned',
    formula: 'What the BME module minted and burned over its life, by denomination.',
    queries: [METRIC_QUERY.bmeVault],
  },
  collateralRatio: {
    id: 'collateralRatio',
    label: 'Collateral ratio',
    formula:
      'As the BME module tells it, beside the thresholds of its status: below the lower one minting halts.',
    queries: [METRIC_QUERY.bmeStatus],
  },
  collateralThresholds: {
    id: 'collateralThresholds',
    label: 'Thresholds of the collateral ratio',
    formula:
      'Collateral ratios below which the BME module warns, and below which it stops minting, as its status tells them.',
    queries: [METRIC_QUERY.bmeStatus],
  },
  remintCredits: {
    id: 'remintCredits',
    label: 'Remint credits',
    formula: 'Remint credits in the state of the BME module, by denomination.',
    queries: [METRIC_QUERY.bmeVault],
  },
  leasePrice: {
    id: 'leasePrice',
    label: 'Price of a lease',
    formula: 'The price of the lease as the market module keeps it, in its denomination.',
    queries: OF_LEASES,
    unit: 'per block',
    caveat:
      'Of leases from before v2.0.0 that still run not the price they were made at: they were rewritten to ACT.',
  },
  escrowFunds: {
    id: 'escrowFunds',
    label: 'Funds in escrow',
    formula:
      'Funds of the deployment’s escrow account by denomination, as of its settled_at: what accrued since is still in them.',
    queries: [METRIC_QUERY.deployments],
  },
} satisfies Partial<Record<MetricDefinition['id'], MetricDefinition>>
