import { composeCsvFile, type ExportFile } from '../../domain/export-file.ts'
import type { Day } from '../../domain/registry/aep.ts'
import type { GroupRow } from './group-filter.ts'

const HEADER = [
  'id',
  'name',
  'kind',
  'status',
  'statusBasis',
  'leads',
  'lastMeeting',
  'minutes',
  'aeps',
  'aepsByScope',
  'upgradesApplied',
  'upgradesScheduled',
  'charter',
  'recordedOn',
  'chainId',
]

export interface SigsOrigin {
  /** Of the chain whose upgrades are counted. */
  readonly chainId: string
  /** Of the community repository. */
  readonly day: Day
}

/** The rows shown, with AEP numbers and names of upgrades rather than their counts. */
export function composeSigsCsv(
  rows: readonly GroupRow[],
  { chainId, day }: SigsOrigin,
): ExportFile {
  const cells = rows.map(({ group, works }) => [
    group.id,
    group.name,
    group.kind,
    group.status,
    group.statusBasis,
    group.leads.join('; '),
    group.lastMeeting ?? '',
    group.meetings.toString(),
    joinNumbers(works?.aeps),
    joinNumbers(works?.aepsByScope),
    joinNames(works, 'applied'),
    joinNames(works, 'scheduled'),
    group.charter ?? '',
    day,
    chainId,
  ])
  return composeCsvFile(chainId, `sigs-${chainId}`, [HEADER, ...cells])
}

function joinNumbers(aeps: readonly { readonly number: number }[] = []): string {
  return aeps.map(({ number }) => number).join('; ')
}

function joinNames(works: GroupRow['works'], state: 'applied' | 'scheduled'): string {
  const upgrades = works?.upgrades.filter(({ plan }) => plan.state === state) ?? []
  return upgrades.map(({ plan }) => plan.name).join('; ')
}
