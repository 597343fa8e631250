import { DELEGATIONS_PATH, fetchDelegations } from '../chain/staking.ts'
import { truncateDec } from '../domain/decimal.ts'
import type { Source } from '../domain/source.ts'
import { computeExactTally, type ExactTally } from '../domain/tally/exact-tally.ts'
import { computeGaps, type Gaps } from '../domain/tally/gaps.ts'
import { classifyOutlook, type Outlook } from '../domain/tally/outlook.ts'
import { compareTallies, type TallyMatch } from '../domain/tally/tally-match.ts'
import type { Delegation } from '../domain/validator.ts'
import type { Chain } from './chain.ts'
import type { VoteView } from './votes.ts'

/** The vote recounted from every voter's delegations, held against the node's own count. */
export interface ExactVote {
  readonly exact: ExactTally
  /** Whether the recount equals the node's, to the unit. */
  readonly match: TallyMatch
  readonly gaps: Gaps
  readonly outlook: Outlook
  readonly source: Source
}

/** Progress of the reading, in voters. */
export interface ExactProgress {
  readonly read: number
  readonly total: number
}

/** Voters asked for at a time: the calls of one turn become one batch, and a node takes ten in a batch. */
const AT_A_TIME = 10
/** Batches under way at once; more would only queue up in the node. */
const BATCHES_AT_ONCE = 4

/**
 * Reads the delegations of every voter, operators included, at the height of the view, and counts as the chain does.
 * @throws when the delegations of one voter cannot be read: a count without them would be another one
 */
export async function readExactVote(
  chain: Chain,
  view: VoteView,
  onProgress: (progress: ExactProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ExactVote> {
  const voters = [...new Set(view.votes.map(({ voter }) => voter))]
  const delegationsByVoter = new Map<string, readonly Delegation[]>()
  const groups: string[][] = []
  for (let at = 0; at < voters.length; at += AT_A_TIME)
    groups.push(voters.slice(at, at + AT_A_TIME))
  // One failure ends the count, so nothing more is asked of the node for it.
  const ending = new AbortController()
  const end = () => ending.abort(signal?.reason)
  if (signal?.aborted === true) end()
  signal?.addEventListener('abort', end)
  const options = { signal: ending.signal }
  const worker = async (): Promise<void> => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      ending.signal.throwIfAborted()
      const read = await Promise.all(
        group.map(async (voter) => {
          const { height } = view.source
          return [voter, await fetchDelegations(chain.transport, voter, height, options)] as const
        }),
      )
      for (const [voter, delegations] of read) delegationsByVoter.set(voter, delegations)
      onProgress({ read: delegationsByVoter.size, total: voters.length })
    }
  }
  onProgress({ read: 0, total: voters.length })
  try {
    await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, worker))
  } finally {
    signal?.removeEventListener('abort', end)
    ending.abort()
  }
  return countExactly(view, delegationsByVoter)
}

function countExactly(
  view: VoteView,
  delegationsByVoter: ReadonlyMap<string, readonly Delegation[]>,
): ExactVote {
  const { votes, validators, bondedTokens, params, threshold, official, source } = view
  const exact = computeExactTally({
    votes,
    validators,
    delegationsByVoter,
    bondedTokens,
    params,
    threshold,
  })
  const { height } = source
  return {
    exact,
    match: compareTallies({ tally: official, height }, { tally: exact.tally, height }),
    gaps: computeGaps(exact, bondedTokens, params, threshold),
    outlook: classifyOutlook({
      counted: exact,
      bondedTokens,
      params,
      threshold,
      silent: exact.validators
        .filter(({ vote }) => vote === undefined)
        .map(({ operatorAddress, effectivePower }) => ({
          operatorAddress,
          power: truncateDec(effectivePower),
        })),
    }),
    source: { ...source, query: DELEGATIONS_PATH },
  }
}
