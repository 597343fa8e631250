import { DEC_ONE, type Dec } from '../../../decimal.ts'
import type { DecAmount, Lease, LeaseId, Payment, ResourcedLease } from '../../lease.ts'
import type { BlockTime, Deployment, OraclePrice } from '../../market.ts'
import type { GpuModel, LeasedResources, ResourceUnit } from '../../resources.ts'

/** Rows of a market for cases that are counted by hand: one denomination, whole amounts, what is not named as simple as can be. */

export const HEIGHT = 1_000n

/** Ten blocks in a minute: 600 in an hour. */
export const SIX_SECONDS: BlockTime = { meanMs: 6_000, fromHeight: 900n, toHeight: HEIGHT }

export function dec(whole: number): Dec {
  return BigInt(whole) * DEC_ONE
}

export function act(whole: number): DecAmount {
  return { denom: 'uact', amount: dec(whole) }
}

export function akt(whole: number): DecAmount {
  return { denom: 'uakt', amount: dec(whole) }
}

export function buildId(parts: Partial<LeaseId> = {}): LeaseId {
  return { owner: 'tenant', dseq: 1n, gseq: 1, oseq: 1, provider: 'provider', bseq: 0, ...parts }
}

export function buildPayment(parts: Partial<Payment> = {}): Payment {
  return {
    state: 'open',
    rate: act(10),
    balance: act(0),
    unsettled: act(0),
    withdrawn: { denom: 'uact', amount: 0n },
    ...parts,
  }
}

export function buildLease(
  parts: Partial<Omit<Lease, 'id'>> & { readonly id?: Partial<LeaseId> } = {},
): Lease {
  const { id, ...rest } = parts
  return {
    id: buildId(id),
    state: 'active',
    price: act(10),
    createdAt: 500n,
    closedOn: undefined,
    reason: 'lease_closed_invalid',
    reclamation: undefined,
    payment: buildPayment(),
    ...rest,
  }
}

/** `of` an active bid's units. */
export function buildRunning(
  units: readonly ResourceUnit[],
  parts: Parameters<typeof buildLease>[0] = {},
  from: 'bid' | 'order' = 'bid',
): ResourcedLease {
  const resources: LeasedResources = { from, units }
  return { ...buildLease(parts), resources }
}

export function buildUnit(parts: Partial<ResourceUnit> = {}): ResourceUnit {
  return {
    count: 1,
    cpuMillis: 1_000n,
    memoryBytes: 0n,
    storage: [],
    gpus: 0n,
    gpuModels: [],
    ...parts,
  }
}

export function buildGpus(gpus: number, model: string, parts: Partial<GpuModel> = {}) {
  return buildUnit({ gpus: BigInt(gpus), gpuModels: [{ vendor: 'nvidia', model, ...parts }] })
}

/** Settled 100 blocks before `HEIGHT`. */
export function buildDeployment(
  funds: readonly DecAmount[],
  parts: Partial<Pick<Deployment, 'owner' | 'dseq'>> & { readonly settledAt?: bigint } = {},
): Deployment {
  const { settledAt = 900n, ...rest } = parts
  return {
    owner: 'tenant',
    dseq: 1n,
    state: 'active',
    createdAt: 400n,
    escrow: { state: 'open', settledAt, funds, transferred: [] },
    ...rest,
  }
}

export function buildOracle(parts: Partial<OraclePrice> = {}): OraclePrice {
  return {
    twap: DEC_ONE / 2n,
    median: DEC_ONE,
    min: DEC_ONE / 4n,
    max: 2n * DEC_ONE,
    time: new Date('2026-11-21T03:05:26Z'),
    sources: 2,
    deviationBps: 20n,
    isHealthy: true,
    failureReasons: [],
    ...parts,
  }
}
