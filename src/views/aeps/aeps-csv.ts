import { composeCsvFile, type ExportFile } from '../../domain/export-file.ts'
import { REGISTRY_CHAIN_ID } from '../../domain/registry/registry.ts'
import type { AepRow } from './aep-row.ts'

const HEADER = [
  'aep',
  'title',
  'knownFrom',
  'documentStatus',
  'statusAsWritten',
  'type',
  'category',
  'roadmap',
  'created',
  'completed',
  'estimatedCompletion',
  'authors',
  'delivery',
  'upgrades',
  'heights',
  'proposals',
  'groups',
  'findings',
  'chainId',
  'chainHeight',
  'documentsAsOf',
]

export interface AepsCsvOrigin {
  readonly chainId: string
  /** undefined: the chain was not read, and what is said of it is on record elsewhere. */
  readonly height: bigint | undefined
  /** Nothing of the chain, or of the record, is unread. */
  readonly isWhole: boolean
  /** Day of the documents. */
  readonly day: string
}

/** The rows shown. An empty delivery was not read, or not all that could tell; `nothing-found` was looked for. */
export function composeAepsCsv(rows: readonly AepRow[], origin: AepsCsvOrigin): ExportFile {
  const { chainId, height, isWhole, day } = origin
  const cells = rows
    .filter((row) => row.origin.kind !== 'absent')
    .map((row) => [...cellsOf(row, isWhole), chainId, height?.toString() ?? '', day])
  const name = `aeps-${chainId}-${height ?? day}`
  return composeCsvFile(chainId, name, [HEADER, ...cells])
}

/** Where no chain was read, the record is that of akashnet-2. */
export const RECORD_CHAIN_ID = REGISTRY_CHAIN_ID

function cellsOf(row: AepRow, isWhole: boolean): readonly string[] {
  const aep = row.origin.kind === 'document' ? row.origin.aep : undefined
  return [
    row.number.toString(),
    row.title ?? '',
    row.origin.kind,
    aep?.status ?? '',
    aep?.statusRaw ?? '',
    aep?.type ?? '',
    aep?.category ?? '',
    aep?.roadmap ?? '',
    createdOf(row) ?? '',
    aep?.completed ?? '',
    aep?.estimatedCompletion ?? '',
    (aep?.authors ?? [])
      .map(({ name, handle }) => (handle === undefined ? name : `${name} (${handle})`))
      .join('; '),
    row.delivery === undefined || (row.delivery.kind === 'nothing-found' && !isWhole)
      ? ''
      : row.delivery.kind,
    ...targetCells(row),
    row.groups.join('; '),
    row.findings.map(({ kind }) => kind).join('; '),
  ]
}

function targetCells({ through }: AepRow): readonly string[] {
  const names: string[] = []
  const heights: string[] = []
  const proposals = new Set<string>()
  for (const { target } of through) {
    if (target.kind === 'upgrade') {
      names.push(target.name)
      heights.push(target.height.toString())
    }
    if (target.kind === 'launch') names.push(target.displayName)
    if (target.kind !== 'launch' && target.proposalId !== undefined) {
      proposals.add(target.proposalId.toString())
    }
  }
  return [names.join('; '), heights.join('; '), [...proposals].join('; ')]
}

/** As the document or whoever saw it wrote it. */
function createdOf({ origin }: AepRow): string | undefined {
  if (origin.kind === 'document') return origin.aep.created
  return origin.kind === 'later' ? origin.later.created : undefined
}
