import fc from 'fast-check'
import { parseDec } from '../../decimal.ts'
import type { Delegation, Validator } from '../../validator.ts'
import { parseVoteOption } from '../../vote.ts'
import type { ExactTallyInput } from '../exact-tally.ts'
import type { SlowDelegation, SlowValidator, SlowVote, SlowWorld } from './slow-tally.ts'
import { govParams } from './tally-world.ts'

const ONE = 10n ** 18n

/** Cuts a whole into parts at random places; the parts sum to the whole. */
function parts(whole: bigint, count: number): fc.Arbitrary<readonly bigint[]> {
  return fc
    .array(fc.bigInt({ min: 0n, max: whole }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => {
      const sorted = [0n, ...cuts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)), whole]
      return sorted.slice(1).map((cut, index) => cut - (sorted[index] ?? 0n))
    })
}

const validator = (index: number): fc.Arbitrary<SlowValidator> =>
  fc
    .record({
      tokens: fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 100n })),
      // One share a token; more after slashing; or any odd number.
      slashed: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 10n ** 32n })),
      isBonded: fc.boolean().chain((isOut) => (isOut ? fc.boolean() : fc.constant(true))),
    })
    .map(({ tokens, slashed, isBonded }) => ({
      operator: `operator-${index}`,
      account: `account-${index}`,
      tokens: tokens.toString(),
      shares: decText(tokens * ONE + slashed),
      isBonded,
    }))

const options: fc.Arbitrary<SlowVote['options']> = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((option) => [[option, decText(ONE)] as const]),
  fc
    .tuple(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 2 }), parts(ONE, 4))
    .map(([chosen, weights]) => {
      const rest = weights.slice(chosen.length - 1).reduce((sum, weight) => sum + weight, 0n)
      return chosen.map((option, index) => {
        const weight = index === chosen.length - 1 ? rest : (weights[index] ?? 0n)
        return [option, decText(weight)] as const
      })
    }),
)

const share = fc.oneof(
  fc.bigInt({ min: 0n, max: ONE }),
  fc.constantFrom(334n * 10n ** 15n, ONE / 2n, ONE / 5n),
)

/**
 * A chain with up to six validators and six delegators, of whom any, operators too, may have stake with any validator,
 * bonded or not, and any may have voted.
 */
export const randomWorld: fc.Arbitrary<SlowWorld> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) =>
    fc.tuple(
      fc.tuple(...Array.from({ length: count }, (_, index) => validator(index))),
      fc.record({ quorum: share, threshold: share, vetoThreshold: share }),
    ),
  )
  .chain(([validators, marks]) => {
    const accounts = [
      ...validators.map(({ account }) => account),
      ...Array.from({ length: 6 }, (_, index) => `delegator-${index}`),
    ]
    const delegations = fc
      .tuple(...validators.map((each) => delegationsTo(each, accounts)))
      .map((lists) => lists.flat())
    const votes = fc
      .shuffledSubarray(accounts)
      .chain((voters) =>
        fc.tuple(...voters.map((voter) => options.map((chosen) => ({ voter, options: chosen })))),
      )
    return fc.record({ delegations, votes }).map(({ delegations, votes }) => ({
      validators,
      delegations,
      votes,
      bondedTokens: validators
        .reduce((sum, { isBonded, tokens }) => sum + (isBonded ? BigInt(tokens) : 0n), 0n)
        .toString(),
      quorum: decText(marks.quorum),
      threshold: decText(marks.threshold),
      vetoThreshold: decText(marks.vetoThreshold),
    }))
  })

/** All shares of a validator, spread over some accounts and one that never votes. */
function delegationsTo(
  { operator, shares }: SlowValidator,
  accounts: readonly string[],
): fc.Arbitrary<readonly SlowDelegation[]> {
  return fc.shuffledSubarray([...accounts], { minLength: 1, maxLength: 5 }).chain((delegators) =>
    parts(decOf(shares), delegators.length + 1).map((amounts) =>
      delegators.flatMap((delegator, index) => {
        const amount = amounts[index] ?? 0n
        return amount === 0n ? [] : [{ delegator, operator, shares: decText(amount) }]
      }),
    ),
  )
}

/** Whether an operator has voted whose stake is also with somebody else's bonded validator. */
export function hasVotingOperatorElsewhere(world: SlowWorld): boolean {
  return world.delegations.some(({ delegator, operator }) => {
    const isVoter = world.votes.some(({ voter }) => voter === delegator)
    const isOperator = world.validators.some(({ account }) => account === delegator)
    const target = world.validators.find((each) => each.operator === operator)
    return isVoter && isOperator && target?.isBonded === true && target.account !== delegator
  })
}

/** The same world as the product takes it. */
export function inputOf(world: SlowWorld): ExactTallyInput {
  const delegationsByVoter = new Map<string, Delegation[]>()
  for (const { voter } of world.votes) delegationsByVoter.set(voter, [])
  for (const { delegator, operator, shares } of world.delegations) {
    delegationsByVoter
      .get(delegator)
      ?.push({ delegator, operatorAddress: operator, shares: decOf(shares) })
  }
  return {
    votes: world.votes.map((vote) => ({
      voter: vote.voter,
      metadata: '',
      options: vote.options.map(([option, weight]) => ({
        option: parseVoteOption(option),
        weight: decOf(weight),
      })),
    })),
    validators: world.validators.map(
      (each): Validator => ({
        operatorAddress: each.operator,
        accountAddress: each.account,
        moniker: each.operator,
        identity: '',
        website: '',
        tokens: BigInt(each.tokens),
        delegatorShares: decOf(each.shares),
        jailed: false,
        status: each.isBonded ? 'BOND_STATUS_BONDED' : 'BOND_STATUS_UNBONDING',
      }),
    ),
    delegationsByVoter,
    bondedTokens: BigInt(world.bondedTokens),
    params: govParams({ quorum: world.quorum, vetoThreshold: world.vetoThreshold }),
    threshold: decOf(world.threshold),
  }
}

function decText(value: bigint): string {
  const digits = value.toString().padStart(19, '0')
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`
}

function decOf(text: string): bigint {
  const value = parseDec(text)
  if (value === undefined) throw new Error(`'${text}' is no decimal`)
  return value
}
