import { composeCsvFile, composeJsonFile, type ExportFile } from '../../../domain/export-file.ts'
import type { SeenVotes } from '../../../domain/seen-votes.ts'

/** The form of the JSON files; a reader of them can tell a later form by it. */
const FORMAT = 'skylight-seen-votes-1'

/** Votes this browser has seen, as they are kept: base units and heights as decimal text, times RFC 3339. */
export function composeSeenJson(
  chainId: string,
  name: string,
  proposals: readonly SeenVotes[],
): ExportFile {
  const data = proposals.map(({ lastTimeMs, ...seen }) => ({
    ...seen,
    lastTime: lastTimeMs === undefined ? null : new Date(lastTimeMs).toISOString(),
  }))
  return composeJsonFile(chainId, name, { format: FORMAT, chainId, proposals: data })
}

/** One row for every vote seen, replaced ones included, with the heights it was first and last seen at. */
export function composeSeenCsv(chainId: string, name: string, seen: SeenVotes): ExportFile {
  const operators = new Map(
    seen.validators.map(({ accountAddress, operatorAddress }) => [accountAddress, operatorAddress]),
  )
  return composeCsvFile(chainId, name, [
    [
      'chain_id',
      'proposal_id',
      'voter',
      'operator_address',
      'options',
      'first_seen_at',
      'last_seen_at',
      'metadata',
    ],
    ...seen.votes.map(({ voter, options, firstSeenAt, lastSeenAt, metadata }) => [
      chainId,
      seen.proposalId,
      voter,
      operators.get(voter) ?? '',
      options.map(({ option, weight }) => `${option} ${weight}`).join('; '),
      firstSeenAt,
      lastSeenAt,
      metadata,
    ]),
  ])
}
