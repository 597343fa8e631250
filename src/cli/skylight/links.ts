import { type LinkRow, listLinkRows } from '../../domain/link/list-link-rows.ts'
import type { AepLinks } from '../../queries/read-aep-links.ts'

/** `skylight links`: every tie between an AEP and an upgrade, a launch or a proposal. Suggestions are none. */
export function describeLinks({ linked }: AepLinks) {
  const data = listLinkRows(linked.table)
  return { data, header: LINK_HEADER, lists: ['sigs', 'evidence'], rows: data.map(linkCells) }
}

const LINK_HEADER = [
  'aep',
  'relation',
  'upgrade',
  'height',
  'proposalId',
  'state',
  'confidence',
  'sigs',
  'evidence',
]

function linkCells(row: LinkRow): readonly string[] {
  return [
    row.aep.toString(),
    row.relation,
    row.upgrade ?? row.launch ?? '',
    row.height?.toString() ?? '',
    row.proposalId?.toString() ?? '',
    row.state,
    row.confidence,
    row.sigs.map(({ id, basis }) => `${id} (${basis})`).join('; ') || row.owners,
    row.evidence.map((one) => `${one.class}: ${one.source}`).join('; '),
  ]
}
