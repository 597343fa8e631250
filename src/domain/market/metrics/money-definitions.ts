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
      'Sum of the price per block of all active leases, for each denomination by itself. Per hour, day and 30 days: × the length ÷ the measured block time.',
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
      'For an open payment: unsettled + rate × (height − settled_at of the deployment’s account). Where the account’s funds do not cover what its open payments accrued together, each counts with its part of the funds.',
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
      'ACT × 1 USD, by the protocol; AKT × the oracle’s time-weighted price, only while the oracle calls itself healthy; axlUSDC × the price that is assumed and named. Other denominations have no dollars.',
    queries: [METRIC_QUERY.oracle],
    unit: 'USD',
    caveat: 'A sum names the denominations in it and the ones left out.',
  },
  gpuHourPrice: {
    id: 'gpuHourPrice',
    label: 'Price per GPU-hour',
    formula:
      'Price per block ÷ GPUs × blocks per hour, of each active lease whose GPUs are all of one model; by model and denomination the median, P10 and P90 (linear between neighbours) and the number of leases.',
    queries: [...OF_RESOURCES, ...OF_TIME],
    unit: 'per GPU-hour',
    caveat:
      'The price of the whole lease: CPU, memory, storage and endpoints are in it. Live leases, not offers.',
  },
  cpuHourPrice: {
    id: 'cpuHourPrice',
    label: 'Price per vCPU-hour',
    formula:
      'Price per block ÷ vCPUs × blocks per hour, of each active lease without GPUs; by denomination the median, P10 and P90 (linear between neighbours) and the number of leases.',
    queries: [...OF_RESOURCES, ...OF_TIME],
    unit: 'per vCPU-hour',
    caveat:
      'The price of the whole lease: memory, storage and endpoints are in it. Live leases, not offers.',
  },
  runway: {
    id: 'runway',
    label: 'Runway',
    formula:
      '(funds − rate × (height − settled_at)) ÷ rate, in whole blocks, of each active deployment with an open payment; the least of its denominations. In time, blocks × the measured block time.',
    queries: [...OF_ACCOUNTS, ...OF_TIME],
    unit: 'blocks',
    caveat: 'Deposits to come and funds in another denomination are not counted.',
  },
  aktPrice: {
    id: 'aktPrice',
    label: 'AKT price',
    formula: 'Time-weighted average price of akt in USD as the oracle module keeps it.',
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
} satisfies Partial<Record<MetricDefinition['id'], MetricDefinition>>
