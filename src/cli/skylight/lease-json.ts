import { formatDec } from '../../domain/decimal.ts'
import { type DecAmount, type Lease, leaseKey, type Payment } from '../../domain/market/lease.ts'
import { formatGpu, formatGpuChoice } from '../../domain/market/metrics/gpu-kind.ts'
import { sumResources } from '../../domain/market/metrics/resource-sums.ts'
import type { LeasedResources } from '../../domain/market/resources.ts'
import { heightJson } from './upgrade-json.ts'

/** An amount of 18 digits behind the point, in base units. */
export function decAmountJson({ denom, amount }: DecAmount) {
  return { denom, amount: formatDec(amount) }
}

/** A row of `leases` (`LeaseRowShape`). */
export function leaseJson(lease: Lease, resources: LeasedResources | undefined) {
  const { id, reclamation, payment } = lease
  return {
    id: leaseKey(id),
    owner: id.owner,
    dseq: id.dseq.toString(),
    gseq: id.gseq,
    oseq: id.oseq,
    provider: id.provider,
    bseq: id.bseq,
    state: lease.state,
    price: decAmountJson(lease.price),
    createdAt: heightJson(lease.createdAt),
    closedOn: lease.closedOn === undefined ? null : heightJson(lease.closedOn),
    reason: lease.reason,
    reclamation:
      reclamation === undefined
        ? null
        : {
            windowSeconds: reclamation.windowMs / 1_000,
            startedAt: heightJson(reclamation.startedAt),
            deadline: reclamation.deadline.toISOString(),
            reason: reclamation.reason,
          },
    payment: payment === undefined ? null : paymentJson(payment),
    resources:
      resources === undefined || resources.from === 'not-known' ? null : resourcesJson(resources),
  }
}

function paymentJson({ state, rate, balance, unsettled, withdrawn }: Payment) {
  return {
    state,
    rate: decAmountJson(rate),
    balance: decAmountJson(balance),
    unsettled: decAmountJson(unsettled),
    withdrawn: { denom: withdrawn.denom, amount: withdrawn.amount.toString() },
  }
}

/** What all units hold together, each times its count. */
export function resourcesJson(resources: LeasedResources) {
  const { cpuMillis, memoryBytes, ephemeralBytes, persistentBytes, gpus } = sumResources(resources)
  const units = resources.units.filter((unit) => unit.gpus > 0n)
  return {
    from: resources.from,
    cpuMillis: cpuMillis.toString(),
    memoryBytes: memoryBytes.toString(),
    ephemeralBytes: ephemeralBytes.toString(),
    persistentBytes: persistentBytes.toString(),
    gpus: gpus.toString(),
    gpuModels: [
      ...new Set(
        units.map((unit) => {
          const [only, second] = unit.gpuModels
          return only !== undefined && second === undefined
            ? formatGpu(only)
            : formatGpuChoice(unit)
        }),
      ),
    ],
  }
}
