import type { TallyResult } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { LEGACY_ONE, type LegacyDec, mulDec, quoDec, readDec } from './legacy-dec.ts'

export interface BondedValidator {
  readonly operatorAddress: string
  /** The operator's own account, by which it votes. */
  readonly account: string
  /** uakt */
  readonly tokens: bigint
  readonly delegatorShares: LegacyDec
}

export interface CastVote {
  readonly voter: string
  readonly options: readonly { readonly option: number; readonly weight: string }[]
}

export interface TallyInput {
  readonly votes: readonly CastVote[]
  readonly validators: readonly BondedValidator[]
  /** `shares` as on the wire: scaled by 10^18, without a dot. */
  delegationsOf(
    voter: string,
  ): readonly { readonly validatorAddress: string; readonly shares: string }[]
  /** uakt in the bonded pool. */
  readonly bondedTokens: bigint
  readonly quorum: LegacyDec
  readonly vetoThreshold: LegacyDec
  /** The expedited one for a proposal that is. */
  readonly threshold: LegacyDec
}

export interface TallyOutcome {
  /** `quorum` and `veto` are told apart for what becomes of the deposits. */
  readonly end: 'passed' | 'quorum' | 'veto' | 'rejected'
  readonly result: TallyResult
}

export const EMPTY_TALLY: TallyResult = {
  yesCount: '0',
  abstainCount: '0',
  noCount: '0',
  noWithVetoCount: '0',
}

/** As the chain writes the weight of an only option. */
export const WHOLE_WEIGHT = '1.000000000000000000'

const YES = 1
const ABSTAIN = 2
const NO = 3
const VETO = 4

/** Counts as x/gov/keeper/tally.go does, `defaultCalculateVoteResultsAndVotingPower` and `Tally`. */
export function tallyVotes(input: TallyInput): TallyOutcome {
  const results: LegacyDec[] = [0n, 0n, 0n, 0n, 0n]
  let total = 0n

  function add(options: CastVote['options'], power: LegacyDec): void {
    for (const { option, weight } of options) {
      const part = weight === WHOLE_WEIGHT ? power : mulDec(power, readDec(weight))
      results[option] = (results[option] ?? 0n) + part
    }
    total += power
  }

  const seats = new Map(
    input.validators.map((validator) => [validator.operatorAddress, { validator, deducted: 0n }]),
  )
  const accounts = new Set(input.validators.map(({ account }) => account))
  const operatorVotes = new Map<string, CastVote['options']>()
  for (const { voter, options } of input.votes) {
    if (accounts.has(voter)) operatorVotes.set(voter, options)
    for (const delegation of input.delegationsOf(voter)) {
      const seat = seats.get(delegation.validatorAddress)
      if (seat === undefined) continue
      const shares = BigInt(delegation.shares)
      seat.deducted += shares
      add(options, powerOf(shares, seat.validator))
    }
  }
  for (const { validator, deducted } of seats.values()) {
    const options = operatorVotes.get(validator.account)
    if (options !== undefined) {
      add(options, powerOf(validator.delegatorShares - deducted, validator))
    }
  }
  return { end: judge(results, total, input), result: writeResult(results) }
}

/** `shares.MulInt(tokens).Quo(delegatorShares)`: the product is exact. */
function powerOf(shares: LegacyDec, { tokens, delegatorShares }: BondedValidator): LegacyDec {
  // An untouched validator has a share for each token, and the quotient is then the shares themselves.
  if (tokens * LEGACY_ONE === delegatorShares) return shares
  return quoDec(shares * tokens, delegatorShares)
}

function judge(
  results: readonly LegacyDec[],
  total: LegacyDec,
  { bondedTokens, quorum, vetoThreshold, threshold }: TallyInput,
): TallyOutcome['end'] {
  if (bondedTokens === 0n) return 'rejected'
  if (quoDec(total, bondedTokens * LEGACY_ONE) < quorum) return 'quorum'
  const decided = total - (results[ABSTAIN] ?? 0n)
  if (decided === 0n) return 'rejected'
  if (quoDec(results[VETO] ?? 0n, total) > vetoThreshold) return 'veto'
  return quoDec(results[YES] ?? 0n, decided) > threshold ? 'passed' : 'rejected'
}

function writeResult(results: readonly LegacyDec[]): TallyResult {
  const count = (option: number) => String((results[option] ?? 0n) / LEGACY_ONE)
  return {
    yesCount: count(YES),
    abstainCount: count(ABSTAIN),
    noCount: count(NO),
    noWithVetoCount: count(VETO),
  }
}
