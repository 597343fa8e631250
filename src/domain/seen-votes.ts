import { formatDec, parseDec } from './decimal.ts'
import type { Tally } from './proposal.ts'
import type { Validator } from './validator.ts'
import type { KnownVoteOption, Vote, VoteOption } from './vote.ts'

/**
 * A vote as this browser saw it on the chain. Plain values only, so that it can be stored and exported as it is.
 * Several of one voter: the vote was changed, or a failed expedited round wiped the first.
 */
export interface SeenVote {
  readonly voter: string
  readonly options: readonly { readonly option: VoteOption; readonly weight: string }[]
  readonly metadata: string
  /** Heights of the first and the last picture that had it, as decimal text. */
  readonly firstSeenAt: string
  readonly lastSeenAt: string
}

/** Everything this browser has seen of the vote on one proposal. */
export interface SeenVotes {
  readonly proposalId: string
  readonly votes: readonly SeenVote[]
  /** The last picture: its height, block time, tally and what was bonded. */
  readonly lastHeight: string
  readonly lastTimeMs: number | undefined
  readonly tally: { readonly [Option in keyof Tally]: string }
  readonly bondedTokens: string
  /** Who the validators were then, so that votes keep their names and weights. */
  readonly validators: readonly SeenValidator[]
}

export interface SeenValidator {
  readonly operatorAddress: string
  readonly accountAddress: string
  readonly moniker: string
  readonly tokens: string
}

/** One look at an open vote, all of one height. */
export interface VotePicture {
  readonly proposalId: bigint
  readonly height: bigint
  readonly time: Date | undefined
  readonly votes: readonly Vote[]
  readonly validators: readonly Validator[]
  readonly official: Tally
  readonly bondedTokens: bigint
}

/** A vote nobody would cast this often; more changes of one proposal than this are not kept. */
export const MOST_SEEN_VOTES = 60_000

/**
 * Adds a picture to what was seen before. A vote that is still the same moves its last height; a changed one is kept
 * beside the earlier. An older picture than the last adds votes but does not replace the tally.
 */
export function mergeSeenVotes(previous: SeenVotes | undefined, picture: VotePicture): SeenVotes {
  const height = picture.height.toString()
  const known = new Map<string, SeenVote>()
  for (const vote of previous?.votes ?? []) known.set(keyOf(vote), vote)
  for (const vote of picture.votes) {
    const seen = toSeenVote(vote, height)
    const before = known.get(keyOf(seen))
    known.set(
      keyOf(seen),
      before === undefined
        ? seen
        : {
            ...seen,
            firstSeenAt: lower(before.firstSeenAt, height),
            lastSeenAt: higher(before.lastSeenAt, height),
          },
    )
  }
  const votes = [...known.values()].slice(-MOST_SEEN_VOTES)
  if (previous !== undefined && BigInt(previous.lastHeight) > picture.height) {
    return { ...previous, votes }
  }
  const { yes, abstain, no, noWithVeto } = picture.official
  return {
    proposalId: picture.proposalId.toString(),
    votes,
    lastHeight: height,
    lastTimeMs: picture.time?.getTime(),
    tally: {
      yes: yes.toString(),
      abstain: abstain.toString(),
      no: no.toString(),
      noWithVeto: noWithVeto.toString(),
    },
    bondedTokens: picture.bondedTokens.toString(),
    validators: picture.validators.map(({ operatorAddress, accountAddress, moniker, tokens }) => ({
      operatorAddress,
      accountAddress,
      moniker,
      tokens: tokens.toString(),
    })),
  }
}

/** The last vote seen of each voter: what counted, as far as this browser saw. */
export function lastSeenVotes(seen: SeenVotes): readonly SeenVote[] {
  const byVoter = new Map<string, SeenVote>()
  for (const vote of seen.votes) {
    const other = byVoter.get(vote.voter)
    if (other === undefined || BigInt(vote.lastSeenAt) >= BigInt(other.lastSeenAt)) {
      byVoter.set(vote.voter, vote)
    }
  }
  return [...byVoter.values()]
}

/** A seen vote as the chain's own form. Weights that are no decimals, which nothing here writes, are left out. */
export function toVote({ voter, options, metadata }: SeenVote): Vote {
  return {
    voter,
    metadata,
    options: options.flatMap(({ option, weight }) => {
      const value = parseDec(weight)
      return value === undefined ? [] : [{ option, weight: value }]
    }),
  }
}

function toSeenVote({ voter, options, metadata }: Vote, height: string): SeenVote {
  return {
    voter,
    metadata,
    options: options.map(({ option, weight }) => ({ option, weight: formatDec(weight) })),
    firstSeenAt: height,
    lastSeenAt: height,
  }
}

function keyOf({ voter, options, metadata }: SeenVote): string {
  return JSON.stringify([voter, options.map(({ option, weight }) => [option, weight]), metadata])
}

function lower(a: string, b: string): string {
  return BigInt(a) < BigInt(b) ? a : b
}

function higher(a: string, b: string): string {
  return BigInt(a) > BigInt(b) ? a : b
}

const KNOWN: readonly KnownVoteOption[] = [
  'VOTE_OPTION_YES',
  'VOTE_OPTION_ABSTAIN',
  'VOTE_OPTION_NO',
  'VOTE_OPTION_NO_WITH_VETO',
]

/** Whether stored data have the form this version writes; others are ignored rather than guessed at. */
export function isSeenVotes(value: unknown): value is SeenVotes {
  if (!isRecord(value) || !isHeight(value.lastHeight) || !isRecord(value.tally)) return false
  const { proposalId, votes, validators, bondedTokens, tally } = value
  return (
    isHeight(proposalId) &&
    isAmount(bondedTokens) &&
    [tally.yes, tally.abstain, tally.no, tally.noWithVeto].every(isAmount) &&
    Array.isArray(votes) &&
    votes.every(isSeenVote) &&
    Array.isArray(validators) &&
    validators.every(isSeenValidator)
  )
}

function isSeenVote(value: unknown): value is SeenVote {
  if (!isRecord(value) || !Array.isArray(value.options)) return false
  return (
    typeof value.voter === 'string' &&
    typeof value.metadata === 'string' &&
    isHeight(value.firstSeenAt) &&
    isHeight(value.lastSeenAt) &&
    value.options.every(
      (one) =>
        isRecord(one) &&
        typeof one.weight === 'string' &&
        (typeof one.option === 'number' || KNOWN.some((option) => option === one.option)),
    )
  )
}

function isSeenValidator(value: unknown): value is SeenValidator {
  return (
    isRecord(value) &&
    typeof value.operatorAddress === 'string' &&
    typeof value.accountAddress === 'string' &&
    typeof value.moniker === 'string' &&
    isAmount(value.tokens)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isHeight(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,20}$/.test(value)
}

function isAmount(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d+$/.test(value)
}
