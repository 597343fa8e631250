import { describe, expect, it } from 'vitest'
import { isVotingValidator, parseOperatorAccount } from './validator.ts'

describe('parseOperatorAccount', () => {
  it('gives the account that votes for a validator: the same bytes under the account prefix', () => {
    // Operator and account of one recorded validator.
    expect(parseOperatorAccount('akashvaloper18t83zzp2ly8ltvcd048pk50fhl7twmjcw3k8xv')).toBe(
      'akash18t83zzp2ly8ltvcd048pk50fhl7twmjcyncpkx',
    )
  })

  it.each([
    ['an account', 'akash18t83zzp2ly8ltvcd048pk50fhl7twmjcyncpkx'],
    ['a mistyped address', 'akashvaloper18t83zzp2ly8ltvcd048pk50fhl7twmjcw3k8xw'],
    ['a text that is no address', 'operator'],
    ['nothing', ''],
  ])('refuses %s, rather than to count a vote for the wrong validator', (_what, text) => {
    expect(parseOperatorAccount(text)).toBeUndefined()
  })
})

describe('isVotingValidator', () => {
  it.each([
    ['BOND_STATUS_BONDED', false, true],
    ['BOND_STATUS_BONDED', true, false],
    ['BOND_STATUS_UNBONDING', false, false],
    ['BOND_STATUS_UNBONDED', false, false],
    ['BOND_STATUS_UNSPECIFIED', false, false],
  ] as const)(
    'of %s with jailed %s is %s, as the power index has it',
    (status, jailed, expected) => {
      expect(isVotingValidator({ status, jailed })).toBe(expected)
    },
  )
})
