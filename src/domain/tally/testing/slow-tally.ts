/**
 * The tally of x/gov written once more from its description (x/gov/keeper/tally.go, cosmossdk.io/math/legacy_dec.go):
 * plain loops over plain text, decimals as pairs of digits strings turned to integers on its own, nothing shared with
 * the product. Slow on purpose.
 */

export interface SlowValidator {
  readonly operator: string
  readonly account: string
  readonly tokens: string
  /** A decimal with a dot. */
  readonly shares: string
  readonly isBonded: boolean
}

export interface SlowDelegation {
  readonly delegator: string
  readonly operator: string
  readonly shares: string
}

export interface SlowVote {
  readonly voter: string
  /** Wire number of the option and its weight, a decimal with a dot. */
  readonly options: readonly (readonly [option: number, weight: string])[]
}

export interface SlowWorld {
  readonly validators: readonly SlowValidator[]
  readonly delegations: readonly SlowDelegation[]
  readonly votes: readonly SlowVote[]
  readonly bondedTokens: string
  readonly quorum: string
  readonly threshold: string
  readonly vetoThreshold: string
}

export interface SlowTally {
  /** Yes, abstain, no, no with veto: whole tokens, truncated. */
  readonly counts: readonly [string, string, string, string]
  readonly total: string
  readonly turnout: string | undefined
  readonly verdict: 'no-stake' | 'quorum' | 'only-abstain' | 'veto' | 'passes' | 'threshold'
}

const SCALE = 10n ** 18n

export function countSlowly(world: SlowWorld): SlowTally {
  const results = [0n, 0n, 0n, 0n, 0n]
  let total = 0n
  const deductions = world.validators.map(() => 0n)

  const count = (vote: SlowVote, power: bigint) => {
    for (const [option, weight] of vote.options) {
      results[option] = (results[option] ?? 0n) + multiply(power, read(weight))
    }
    total += power
  }

  for (const vote of world.votes) {
    for (const delegation of world.delegations) {
      if (delegation.delegator !== vote.voter) continue
      for (const [index, validator] of world.validators.entries()) {
        if (!validator.isBonded || validator.operator !== delegation.operator) continue
        deductions[index] = (deductions[index] ?? 0n) + read(delegation.shares)
        count(vote, powerOf(read(delegation.shares), validator))
      }
    }
  }
  for (const [index, validator] of world.validators.entries()) {
    if (!validator.isBonded) continue
    for (const vote of world.votes) {
      if (vote.voter !== validator.account) continue
      count(vote, powerOf(read(validator.shares) - (deductions[index] ?? 0n), validator))
    }
  }

  const [, yes = 0n, abstain = 0n, no = 0n, veto = 0n] = results
  const bonded = BigInt(world.bondedTokens) * SCALE
  return {
    counts: [whole(yes), whole(abstain), whole(no), whole(veto)],
    total: write(total),
    turnout: bonded === 0n ? undefined : write(divide(total, bonded)),
    verdict: judge(),
  }

  function judge(): SlowTally['verdict'] {
    if (bonded === 0n) return 'no-stake'
    if (divide(total, bonded) < read(world.quorum)) return 'quorum'
    if (total - abstain === 0n) return 'only-abstain'
    if (divide(veto, total) > read(world.vetoThreshold)) return 'veto'
    return divide(yes, total - abstain) > read(world.threshold) ? 'passes' : 'threshold'
  }
}

function powerOf(shares: bigint, validator: SlowValidator): bigint {
  if (read(validator.shares) === 0n) return 0n
  return divide(shares * BigInt(validator.tokens), read(validator.shares))
}

/** a ÷ b with 36 further digits, cut off, of which 18 are then rounded away. */
function divide(a: bigint, b: bigint): bigint {
  return roundAway18((a * 10n ** 36n) / b)
}

function multiply(a: bigint, b: bigint): bigint {
  return roundAway18(a * b)
}

/** On the digits as text: up above half, down below, at exactly half to the even digit. */
function roundAway18(value: bigint): bigint {
  const digits = value.toString().padStart(19, '0')
  const kept = digits.slice(0, -18)
  const dropped = digits.slice(-18)
  const half = '5'.padEnd(18, '0')
  const isOdd = '13579'.includes(kept.slice(-1))
  const isUp = dropped > half || (dropped === half && isOdd)
  return BigInt(kept) + (isUp ? 1n : 0n)
}

function read(text: string): bigint {
  const [integer = '0', fraction = ''] = text.split('.')
  return BigInt(integer + fraction.padEnd(18, '0'))
}

function write(value: bigint): string {
  const digits = value.toString().padStart(19, '0')
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`
}

function whole(value: bigint): string {
  return write(value).split('.')[0] ?? ''
}
