import type { Chain } from '../../queries/chain.ts'
import { type ChainAepLinks, readAepLinks } from '../../queries/read-aep-links.ts'
import type { UpgradeReport } from '../../queries/upgrade-report.ts'
import { type Answer, toProvenance } from './answer.ts'
import { upgradeRowsJson } from './upgrade-json.ts'

/** `skylight upgrades`: every plan there ever was, with what became of it. */
export async function listUpgrades(chain: Chain): Promise<Answer> {
  const links = await readAepLinks(chain, dayOf(chain))
  const { report, linked } = links
  const data = upgradeRowsJson(report, linked.table)
  return {
    provenance: provenanceOf(report),
    data,
    header: [
      'name',
      'height',
      'state',
      'proposalId',
      'time',
      'timeSource',
      'downtimeSeconds',
      'aeps',
      'sigs',
    ],
    rows: data.map((row) => [
      row.name ?? '',
      row.height?.toString() ?? '',
      row.state,
      row.proposalId?.toString() ?? '',
      row.time ?? '',
      row.timeSource ?? '',
      row.downtimeSeconds?.toString() ?? '',
      row.aeps.join(' '),
      row.sigs.join(' '),
    ]),
    notes: notesOf(links),
  }
}

/** No upgrade's AEPs depend on the day; the linker wants one for what is overdue. */
export function dayOf({ now }: Pick<Chain, 'now'>): string {
  return now().toISOString().slice(0, 10)
}

/** The height is that of proposals and plan; what was applied after it is left out. */
export function provenanceOf({ source, applied }: UpgradeReport) {
  if (source === undefined || applied.kind !== 'known') throw new Error('nothing was read')
  return toProvenance({ ...source, query: `${applied.source.query}, ${source.query}` })
}

/** Without the plan it cannot be told what is scheduled, nor without a proposal what it asks for; both would look like nothing. */
export function notesOf({
  report: { plan },
  lack,
}: Pick<ChainAepLinks, 'report' | 'lack'>): readonly string[] {
  return [
    ...(lack === undefined ? [] : [lack.sentence]),
    ...(plan.kind === 'failed'
      ? [`Which plan is scheduled could not be read: ${plan.failure.sentence}`]
      : []),
  ]
}
