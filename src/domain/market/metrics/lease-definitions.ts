import type { MetricDefinition } from './metric.ts'
import { OF_ACCOUNTS, OF_LEASES, OF_RESOURCES, OF_TIME } from './metric-queries.ts'

/** Definitions of what is counted in leases and of what runs in them. */
export const LEASE_DEFINITIONS = {
  leasesByState: {
    id: 'leasesByState',
    label: 'Leases by state',
    formula:
      'The number of leases in each state the market module keeps: active, reclaiming, insufficient_funds, closed. A state this page has no name for is counted under its number.',
    queries: OF_LEASES,
    unit: 'leases',
  },
  activeLeases: {
    id: 'activeLeases',
    label: 'Active leases',
    formula:
      'Leases in state active plus leases in state reclaiming: a lease that is being reclaimed still runs and is paid for.',
    queries: OF_LEASES,
    unit: 'leases',
    caveat: 'That a lease is active says that it is paid for, not that its containers answer.',
  },
  reclaimingLeases: {
    id: 'reclaimingLeases',
    label: 'Reclaiming leases',
    formula:
      'Leases in state reclaiming: their provider has given notice and may close them after the deadline. They are part of the active leases.',
    queries: OF_LEASES,
    unit: 'leases',
  },
  outOfFundsLeases: {
    id: 'outOfFundsLeases',
    label: 'Out of funds, not settled yet',
    formula:
      'Active and reclaiming leases of deployments where funds − rate × (height − settled_at) ≤ 0 in a denomination: funds and settled_at are those of the deployment’s escrow account, the rate is the sum over its open payments in that denomination, and above zero. The chain ends such a lease at the next settlement.',
    queries: OF_ACCOUNTS,
    unit: 'leases',
    caveat:
      'Funds in another denomination than the payments are not counted. Leases whose account or payment is not known are counted apart.',
  },
  closeReasons: {
    id: 'closeReasons',
    label: 'Close reasons',
    formula:
      'The number of leases by state and by the reason the module keeps. lease_closed_invalid is its zero: no reason was kept.',
    queries: OF_LEASES,
    unit: 'leases',
    caveat:
      'Leases closed before the chain kept reasons, and many closed since, have none; running leases have none yet.',
  },
  leaseAge: {
    id: 'leaseAge',
    label: 'Lease age',
    formula:
      'Height − created_at of each active or reclaiming lease, in blocks; in time, blocks × the measured block time. Leases created above the height are left out and counted.',
    queries: [...OF_LEASES, ...OF_TIME],
    unit: 'blocks',
    caveat:
      'The time is an estimate: blocks of the past were slower or faster than those measured now.',
  },
  leaseDuration: {
    id: 'leaseDuration',
    label: 'Duration of ended leases',
    formula:
      'closed_on − created_at of each lease in state insufficient_funds or closed, in blocks; in time, blocks × the measured block time. Leases closed at no height, or before they were created, are left out and counted.',
    queries: [...OF_LEASES, ...OF_TIME],
    unit: 'blocks',
    caveat:
      'The time is an estimate: blocks of the past were slower or faster than those measured now.',
  },
  resourceOrigin: {
    id: 'resourceOrigin',
    label: 'Where resources are known from',
    formula:
      'bid: the resources offered by the active bid of the lease. order: what the order asked for, where the bid offers nothing, as bids from before v0.28 do, or is not there. not known: there is neither, or it could not be read.',
    queries: OF_RESOURCES,
    unit: 'leases',
  },
  leasedCpu: {
    id: 'leasedCpu',
    label: 'Leased CPU',
    formula:
      'Sum of CPU units × count over all resource units of active leases; 1,000 units are one vCPU.',
    queries: OF_RESOURCES,
    unit: 'vCPU',
    caveat:
      'Leased, not used. What providers have free is not on the chain. Leases whose resources are not known are not in it.',
  },
  leasedMemory: {
    id: 'leasedMemory',
    label: 'Leased memory',
    formula: 'Sum of memory × count over all resource units of active leases.',
    queries: OF_RESOURCES,
    unit: 'bytes',
    caveat: 'Leased, not used. Leases whose resources are not known are not in it.',
  },
  leasedStorage: {
    id: 'leasedStorage',
    label: 'Leased storage',
    formula:
      'Sum of volume × count over all resource units of active leases; persistent where the volume’s attribute persistent is true, ephemeral otherwise, volumes in RAM among them.',
    queries: OF_RESOURCES,
    unit: 'bytes',
    caveat: 'Leased, not used. Leases whose resources are not known are not in it.',
  },
  gpuLeases: {
    id: 'gpuLeases',
    label: 'GPU leases',
    formula: 'Active and reclaiming leases with at least one GPU in their resource units.',
    queries: OF_RESOURCES,
    unit: 'leases',
    caveat: 'Leases whose resources are not known are not in it.',
  },
  leasedGpus: {
    id: 'leasedGpus',
    label: 'Leased GPUs',
    formula:
      'Sum of GPU units × count over all resource units of active leases, by the vendor, model, memory and interface of the attribute path. A unit that names several models, or any, is counted apart as “any of …”.',
    queries: OF_RESOURCES,
    unit: 'GPUs',
    caveat: 'Leased, not used. How many GPUs providers have free is not on the chain.',
  },
} satisfies Partial<Record<MetricDefinition['id'], MetricDefinition>>
