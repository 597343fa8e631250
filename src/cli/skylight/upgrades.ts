import type { Chain } from '../../queries/chain.ts'
import { readUpgrades } from '../../queries/read-upgrades.ts'
import type { UpgradeReport } from '../../queries/upgrade-report.ts'
import { type Answer, toProvenance } from './answer.ts'
import { upgradeRowsJson } from './upgrade-json.ts'

/** `skylight upgrades`: every plan there ever was, with what became of it. */
export async function listUpgrades(chain: Chain): Promise<Answer> {
  const report = await readUpgrades(chain)
  const data = upgradeRowsJson(report)
  return {
    provenance: provenanceOf(report),
    data,
    header: ['name', 'height', 'state', 'proposalId', 'time', 'timeSource', 'downtimeSeconds'],
    rows: data.map((row) => [
      row.name ?? '',
      row.height?.toString() ?? '',
      row.state,
      row.proposalId?.toString() ?? '',
      row.time ?? '',
      row.timeSource ?? '',
      row.downtimeSeconds?.toString() ?? '',
    ]),
    notes: notesOf(report),
  }
}

/** The height is that of proposals and plan; what was applied after it is left out. */
export function provenanceOf({ source, applied }: UpgradeReport) {
  if (source === undefined || applied.kind !== 'known') throw new Error('nothing was read')
  return toProvenance({ ...source, query: `${applied.source.query}, ${source.query}` })
}

/** Without the plan it cannot be told what is scheduled, and that would look like nothing. */
export function notesOf({ plan }: UpgradeReport): readonly string[] {
  return plan.kind === 'failed'
    ? [`Which plan is scheduled could not be read: ${plan.failure.sentence}`]
    : []
}
