import type { SeenVotes } from './seen-votes.ts'

/** A validator of the set that decides the first block after the halt. */
export interface HaltValidator {
  /** CometBFT's address, 40 hex digits in capitals. */
  readonly address: string
  /** Consensus power; whole AKT on Akash. */
  readonly power: bigint
  /** undefined: the state before the halt names no validator of this key, or could not be read. */
  readonly operatorAddress: string | undefined
  readonly moniker: string | undefined
  /** Unlike every other's of the set and safe to show (validator-label.ts); undefined where there is no moniker to take it from. */
  readonly label: string | undefined
}

/** Why bits cannot be put to names. */
export type SetMismatch =
  | { readonly kind: 'set-not-read' }
  | { readonly kind: 'count-differs'; readonly bits: number; readonly validators: number }
  /** Someone else votes in a validator's place, or the powers add up otherwise: the set changed at the height. */
  | { readonly kind: 'set-changed' }

export interface RoundPower {
  readonly round: number
  readonly prevotePower: bigint
  readonly precommitPower: bigint
}

/** Who is back on the new version, by the votes at the height after the plan's. */
export type PowerBack =
  | {
      readonly kind: 'seen'
      readonly back: bigint
      /** The most precommits of one round: a block needs two thirds of one and the same. */
      readonly precommit: bigint
      readonly total: bigint
      /** Ascending. */
      readonly rounds: readonly RoundPower[]
      /** By falling power. */
      readonly missing: readonly HaltValidator[]
    }
  /** Only the sums are known. `back` is of the round with most, so that it may be more. */
  | {
      readonly kind: 'unnamed'
      readonly back: bigint
      readonly precommit: bigint
      readonly total: bigint
      readonly rounds: readonly RoundPower[]
      readonly why: SetMismatch
    }

/**
 * Union over rounds of the prevotes, for nil or for a block: a node prevotes only once it runs the new version. Bit i is
 * the validator in place i of `validators?height=`, which goes by falling power.
 * @param validators of the height of `seen`; undefined when they could not be read
 */
export function computePowerBack(
  seen: SeenVotes,
  validators: readonly HaltValidator[] | undefined,
): PowerBack {
  const why = findMismatch(seen, validators)
  if (why !== undefined || validators === undefined) {
    const rounds = seen.rounds.map(({ round, prevotePower, precommitPower }) => {
      return { round, prevotePower, precommitPower }
    })
    return {
      kind: 'unnamed',
      back: greatest(rounds.map(({ prevotePower }) => prevotePower)),
      precommit: greatest(rounds.map(({ precommitPower }) => precommitPower)),
      total: seen.totalPower,
      rounds,
      why: why ?? { kind: 'set-not-read' },
    }
  }
  const powerOf = (places: ReadonlySet<number>): bigint => {
    let sum = 0n
    for (const place of places) sum += validators[place]?.power ?? 0n
    return sum
  }
  const back = new Set(seen.rounds.flatMap(({ prevotes }) => [...prevotes]))
  const rounds = seen.rounds.map(({ round, prevotes, precommits }) => ({
    round,
    prevotePower: powerOf(prevotes),
    precommitPower: powerOf(precommits),
  }))
  return {
    kind: 'seen',
    back: powerOf(back),
    precommit: greatest(rounds.map(({ precommitPower }) => precommitPower)),
    total: seen.totalPower,
    rounds,
    missing: validators
      .filter((_, place) => !back.has(place))
      .sort((a, b) => (a.power === b.power ? 0 : a.power > b.power ? -1 : 1)),
  }
}

/** undefined: the bits are of these validators, as far as can be told. */
export function findMismatch(
  seen: SeenVotes,
  validators: readonly HaltValidator[] | undefined,
): SetMismatch | undefined {
  if (validators === undefined) return { kind: 'set-not-read' }
  if (seen.validatorCount !== validators.length) {
    return {
      kind: 'count-differs',
      bits: seen.validatorCount,
      validators: validators.length,
    }
  }
  const total = validators.reduce((sum, { power }) => sum + power, 0n)
  const isAnother = [...seen.voters].some(
    ([place, voter]) => validators[place]?.address.startsWith(voter) !== true,
  )
  return isAnother || total !== seen.totalPower ? { kind: 'set-changed' } : undefined
}

/** Why missing validators go without names, and what the sums are worth then. */
export function describeMismatch(why: SetMismatch): string {
  const sums = 'The sums are the node’s own, of the round with the most votes; more may be back.'
  switch (why.kind) {
    case 'set-not-read':
      return `The validators of this height could not be read, so nobody can be named. ${sums}`
    case 'count-differs':
      return `The node tells of ${why.bits} votes and the set has ${why.validators} validators, so nobody can be named. ${sums}`
    case 'set-changed':
      return `The validator set changed at the height: the votes are not those of the validators read, so nobody can be named. ${sums}`
  }
}

/** Power still missing until more than two thirds have voted, as CometBFT demands (types/vote_set.go); 0n when reached. */
export function powerToTwoThirds(power: bigint, total: bigint): bigint {
  const needed = (total * 2n) / 3n + 1n
  return power >= needed ? 0n : needed - power
}

function greatest(values: readonly bigint[]): bigint {
  return values.reduce((most, value) => (value > most ? value : most), 0n)
}
