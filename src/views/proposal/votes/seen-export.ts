import { formatCsv } from '../../../domain/csv.ts'
import type { SeenVotes } from '../../../domain/seen-votes.ts'

/** The form of the JSON files; a reader of them can tell a later form by it. */
const FORMAT = 'skylight-seen-votes-1'

/** Votes this browser has seen, as they are kept: base units and heights as decimal text, times RFC 3339. */
export function formatSeenJson(chainId: string, proposals: readonly SeenVotes[]): string {
  const data = proposals.map(({ lastTimeMs, ...seen }) => ({
    ...seen,
    lastTime: lastTimeMs === undefined ? null : new Date(lastTimeMs).toISOString(),
  }))
  return `${JSON.stringify({ format: FORMAT, chainId, proposals: data }, undefined, 2)}\n`
}

/** One row for every vote seen, replaced ones included, with the heights it was first and last seen at. */
export function formatSeenCsv(chainId: string, seen: SeenVotes): string {
  const operators = new Map(
    seen.validators.map(({ accountAddress, operatorAddress }) => [accountAddress, operatorAddress]),
  )
  return formatCsv([
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
