import { formatDec } from '../../domain/decimal.ts'
import { composeCsvFile, type ExportFile } from '../../domain/export-file.ts'
import type { Source } from '../../domain/source.ts'
import type { ProviderRow } from './provider-row.ts'

const HEADER = [
  'owner',
  'isRegistered',
  'hostUri',
  'leases',
  'reclaimingLeases',
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

/** The rows shown; whether one is registered is empty where the list is not known. */
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
    share.toString(),
    (holder?.gpus ?? 0n).toString(),
    (holder?.cpuMillis ?? 0n).toString(),
    (holder?.memoryBytes ?? 0n).toString(),
    (holder?.runRate ?? []).map(({ denom, amount }) => `${formatDec(amount)} ${denom}`).join('; '),
    record?.auditors.join('; ') ?? '',
    record?.attributes.map(({ key, value }) => `${key}=${value}`).join('; ') ?? '',
    chainId,
    height.toString(),
  ])
  return composeCsvFile(chainId, `providers-${chainId}-${height}`, [HEADER, ...cells])
}
