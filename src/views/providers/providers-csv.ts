import { formatDec } from '../../domain/decimal.ts'
import { composeCsvFile, type ExportFile } from '../../domain/export-file.ts'
import type { Holder } from '../../domain/market/metrics/holders.ts'
import type { Source } from '../../domain/source.ts'
import { isHeldKnown } from '../../ui/market/held-leases.ts'
import type { ProviderRow } from './provider-row.ts'

const HEADER = [
  'owner',
  'isRegistered',
  'hostUri',
  'leases',
  'reclaimingLeases',
  'leasesOfUnknownResources',
  'shareOfLeases',
  'gpus',
  'cpuMillis',
  'memoryBytes',
  'runRatePerBlock',
  'auditors',
  'attributes',
  'chainId',
  'height',
]

/** The rows shown; empty is what is not known: whether one is registered, what its leases hold. */
export function composeProvidersCsv(
  rows: readonly ProviderRow[],
  isListKnown: boolean,
  { chainId, height }: Source,
): ExportFile {
  const cells = rows.map(({ address, record, holder, share }) => [
    address,
    isListKnown ? (record !== undefined).toString() : '',
    record?.hostUri ?? '',
    (holder?.leases ?? 0).toString(),
    (holder?.reclaiming ?? 0).toString(),
    (holder?.notKnown ?? 0).toString(),
    share.toString(),
    ...heldCells(holder),
    (holder?.runRate ?? []).map(({ denom, amount }) => `${formatDec(amount)} ${denom}`).join('; '),
    record?.auditors.join('; ') ?? '',
    record?.attributes.map(({ key, value }) => `${key}=${value}`).join('; ') ?? '',
    chainId,
    height.toString(),
  ])
  return composeCsvFile(chainId, `providers-${chainId}-${height}`, [HEADER, ...cells])
}

function heldCells(holder: Holder | undefined): readonly string[] {
  if (holder === undefined) return ['0', '0', '0']
  if (!isHeldKnown(holder)) return ['', '', '']
  return [holder.gpus, holder.cpuMillis, holder.memoryBytes].map((held) => held.toString())
}
