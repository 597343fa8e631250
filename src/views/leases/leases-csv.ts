import { formatCsv } from '../../domain/csv.ts'
import { formatDec } from '../../domain/decimal.ts'
import { composeCsvFile, type ExportFile, markRows } from '../../domain/export-file.ts'
import { type DecAmount, isRunning, type Lease } from '../../domain/market/lease.ts'
import { leaseAge } from '../../domain/market/metrics/lease-age.ts'
import type { Source } from '../../domain/source.ts'
import type { LeaseRow } from './lease-row.ts'

const HEADER = [
  'id',
  'owner',
  'dseq',
  'gseq',
  'oseq',
  'provider',
  'bseq',
  'state',
  'pricePerBlock',
  'priceDenom',
  'createdAt',
  'closedOn',
  'ageBlocks',
  'reason',
  'resourcesFrom',
  'cpuMillis',
  'memoryBytes',
  'ephemeralStorageBytes',
  'persistentStorageBytes',
  'gpus',
  'gpuModels',
  'paymentState',
  'rate',
  'rateDenom',
  'balance',
  'balanceDenom',
  'unsettled',
  'unsettledDenom',
  'withdrawn',
  'withdrawnDenom',
  'reclaimStartedAt',
  'reclaimDeadline',
  'reclaimReason',
  'chainId',
  'height',
  'node',
  'query',
]

/** Rows written before the page gets a breath. */
const SLICE = 2_000

/**
 * The rows shown, with every value as the chain has it: base units with 18 digits, heights, bytes. Written in slices, so
 * that the page stays usable. `breathe` waits until the page has had its turn.
 */
export async function composeLeasesCsv(
  rows: readonly LeaseRow[],
  source: Source,
  breathe: () => Promise<void>,
): Promise<ExportFile> {
  const { chainId, height } = source
  const file = composeCsvFile(chainId, `leases-${chainId}-${height}`, [HEADER])
  const parts = [file.text]
  for (let start = 0; start < rows.length; start += SLICE) {
    if (start > 0) await breathe()
    const slice = rows.slice(start, start + SLICE).map((row) => csvRow(row, source))
    parts.push(formatCsv(markRows(chainId, [HEADER, ...slice]).slice(1)))
  }
  return { ...file, text: parts.join('') }
}

function csvRow(row: LeaseRow, source: Source): readonly string[] {
  const { lease, key, resources, sums, gpuModels } = row
  const { id, reclamation } = lease
  return [
    key,
    id.owner,
    id.dseq.toString(),
    id.gseq.toString(),
    id.oseq.toString(),
    id.provider,
    id.bseq.toString(),
    lease.state,
    ...amountCells(lease.price),
    lease.createdAt.toString(),
    lease.closedOn?.toString() ?? '',
    leaseAge(lease, source.height)?.toString() ?? '',
    isRunning(lease) && lease.reason === 'lease_closed_invalid' ? '' : lease.reason,
    resources?.from ?? 'not-read',
    sums?.cpuMillis.toString() ?? '',
    sums?.memoryBytes.toString() ?? '',
    sums?.ephemeralBytes.toString() ?? '',
    sums?.persistentBytes.toString() ?? '',
    sums?.gpus.toString() ?? '',
    gpuModels.join('; '),
    ...paymentCells(lease),
    reclamation?.startedAt.toString() ?? '',
    reclamation?.deadline.toISOString() ?? '',
    reclamation?.reason ?? '',
    source.chainId,
    source.height.toString(),
    source.endpoint,
    source.query,
  ]
}

function paymentCells({ payment }: Lease): readonly string[] {
  if (payment === undefined) return Array<string>(9).fill('')
  const { state, rate, balance, unsettled, withdrawn } = payment
  return [
    state,
    ...amountCells(rate),
    ...amountCells(balance),
    ...amountCells(unsettled),
    withdrawn.amount.toString(),
    withdrawn.denom,
  ]
}

function amountCells({ denom, amount }: DecAmount): readonly string[] {
  return [formatDec(amount), denom]
}
