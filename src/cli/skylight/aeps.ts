import type { AepLinks } from '../../queries/read-aep-links.ts'
import { aepRowJson } from './aep-json.ts'

/** `skylight aeps`: every AEP of the registry and every one that a proposal names, by number. */
export function describeAeps(links: AepLinks) {
  const data = [...links.linked.deliveries.keys()].map((number) => aepRowJson(links, number))
  return {
    data,
    header: [
      'number',
      'title',
      'statusRaw',
      'category',
      'delivery',
      'upgrade',
      'height',
      'proposalId',
      'sigs',
      'findings',
    ],
    lists: ['sigs', 'findings'],
    rows: data.map((row) => [
      row.number.toString(),
      row.title ?? '',
      row.statusRaw ?? 'no document',
      row.category ?? '',
      row.delivery,
      row.upgrade ?? row.launch ?? '',
      row.height?.toString() ?? '',
      row.proposalId?.toString() ?? '',
      row.sigs.join('; '),
      row.findings.join('; '),
    ]),
  }
}
