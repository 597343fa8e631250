import type { Lease, ResourcedLease } from '../../domain/market/lease.ts'
import type { SkippedRecord } from '../../domain/market/market.ts'
import type { Chain } from '../../queries/chain.ts'
import { type LeaseFilter, readLeases } from '../../queries/market/read-leases.ts'
import { type Answer, toProvenance } from './answer.ts'
import { leaseJson } from './lease-json.ts'

/** `skylight leases`: the leases of a chain, or those of one state, tenant or provider. */
export async function listLeases(chain: Chain, filter: LeaseFilter): Promise<Answer> {
  const { source, leases, skipped, failures } = await readLeases(chain, filter)
  const data = leases.map((lease) => leaseJson(lease, resourcesOf(lease)))
  return {
    provenance: toProvenance(source),
    data,
    header: [
      'id',
      'state',
      'price',
      'denom',
      'createdAt',
      'closedOn',
      'reason',
      'cpuMillis',
      'gpus',
      'gpuModels',
    ],
    wide: ['id', 'gpuModels'],
    rows: data.map((row) => [
      row.id,
      row.state,
      row.price.amount,
      row.price.denom,
      row.createdAt.toString(),
      row.closedOn?.toString() ?? '',
      row.reason,
      row.resources?.cpuMillis ?? '',
      row.resources?.gpus ?? '',
      row.resources?.gpuModels.join('; ') ?? '',
    ]),
    notes: [
      ...failures.map(({ sentence }) => `Resources may be missing: ${sentence}`),
      ...skipped.map(describeSkipped),
    ],
  }
}

function resourcesOf(lease: Lease | ResourcedLease) {
  return 'resources' in lease ? lease.resources : undefined
}

/** A record that is not counted, as a sentence. */
export function describeSkipped({ list, name, reason }: SkippedRecord): string {
  return `One of the ${list} could not be read and is left out: ${name} (${reason}).`
}
