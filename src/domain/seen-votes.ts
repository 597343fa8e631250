import { type Dec, formatDec, parseDec } from './decimal.ts'
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

/** A vote nobody would cast this often; of more changes of one proposal, those seen longest ago are not kept. */
export const MOST_SEEN_VOTES = 60_000

/**
 * Adds a picture to what was seen before. A vote that is still the same moves its last height; a changed one is kept
 * beside the earlier. An older picture than the last adds votes but does not replace the tally.
 */
export function mergeSeenVotes(previous: SeenVotes | undefined, picture: VotePicture): SeenVotes {
  const height = picture.height.toString()
  const votes = keepLatest(mergeVotes(previous?.votes ?? [], picture), MOST_SEEN_VOTES)
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

/** A picture of an open vote comes every few seconds and nearly all of it is known: no vote is encoded to find it. */
function mergeVotes(before: readonly SeenVote[], picture: VotePicture): readonly SeenVote[] {
  const height = picture.height.toString()
  const heightOf = remember((text: string) => BigInt(text))
  const weightText = remember(formatDec)
  const votes = [...before]
  const places = new Map<string, number[]>()
  const place = (voter: string, at: number) => {
    const own = places.get(voter)
    if (own === undefined) places.set(voter, [at])
    else own.push(at)
  }
  for (const [at, { voter }] of votes.entries()) place(voter, at)
  for (const vote of picture.votes) {
    const at = places.get(vote.voter)?.find((one) => isSameVote(votes[one], vote, weightText))
    const known = at === undefined ? undefined : votes[at]
    if (at === undefined || known === undefined) {
      place(vote.voter, votes.push(toSeenVote(vote, height, weightText)) - 1)
      continue
    }
    const { firstSeenAt, lastSeenAt } = known
    votes[at] = {
      ...known,
      firstSeenAt: heightOf(firstSeenAt) < picture.height ? firstSeenAt : height,
      lastSeenAt: heightOf(lastSeenAt) > picture.height ? lastSeenAt : height,
    }
  }
  return votes
}

/** The votes in their order, without those seen longest ago when there are more than `most`. */
function keepLatest(votes: readonly SeenVote[], most: number): readonly SeenVote[] {
  const excess = votes.length - most
  if (excess <= 0) return votes
  const heightOf = remember((text: string) => BigInt(text))
  const byLastSeen = votes.toSorted((a, b) => {
    const [one, other] = [heightOf(a.lastSeenAt), heightOf(b.lastSeenAt)]
    return one < other ? -1 : one > other ? 1 : 0
  })
  const dropped = new Set(byLastSeen.slice(0, excess))
  return votes.filter((vote) => !dropped.has(vote))
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

function toSeenVote(
  { voter, options, metadata }: Vote,
  height: string,
  weightText: (weight: Dec) => string,
): SeenVote {
  return {
    voter,
    metadata,
    options: options.map(({ option, weight }) => ({ option, weight: weightText(weight) })),
    firstSeenAt: height,
    lastSeenAt: height,
  }
}

/** Of one voter. */
function isSameVote(
  seen: SeenVote | undefined,
  vote: Vote,
  weightText: (weight: Dec) => string,
): boolean {
  if (seen === undefined || seen.metadata !== vote.metadata) return false
  if (seen.options.length !== vote.options.length) return false
  return seen.options.every(({ option, weight }, at) => {
    const its = vote.options[at]
    return its !== undefined && its.option === option && weightText(its.weight) === weight
  })
}

/** Thousands of votes have few heights and weights among them. */
function remember<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = compute(key)
    known.set(key, value)
    return value
  }
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
