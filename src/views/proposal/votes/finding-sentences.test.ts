import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../../domain/decimal.ts'
import type { TallyFinding } from '../../../domain/tally/tally-finding.ts'
import { formatFinding, groupFindings } from './finding-sentences.ts'

const words = { labelOf: (address: string) => `the ${address}`, denom: 'uakt' }
const voter = 'akash1x'
const operatorAddress = 'valoper1y'

const SENTENCES: readonly (readonly [TallyFinding, RegExp])[] = [
  [{ kind: 'duplicate-vote', voter, isSame: true }, /akash1x came twice, both times the same/],
  [{ kind: 'duplicate-vote', voter, isSame: false }, /with different options; the later/],
  [{ kind: 'weights-not-one', voter, sum: DEC_ONE / 2n }, /sum to 50.% instead of 100/],
  [{ kind: 'weight-out-of-range', voter, weight: -DEC_ONE }, /-100.%, which no vote can have/],
  [{ kind: 'no-options', voter }, /names no option/],
  [{ kind: 'unknown-option', voter, option: 9 }, /option 9, which nobody knows/],
  [
    { kind: 'voter-not-bonded', voter, operatorAddress, status: 'BOND_STATUS_UNBONDING' },
    /the valoper1y voted and is leaving the bonded set/,
  ],
  [
    { kind: 'voter-not-bonded', voter, operatorAddress, status: 'BOND_STATUS_BONDED' },
    /is jailed, so/,
  ],
  [{ kind: 'duplicate-validator', operatorAddress }, /the valoper1y came twice/],
  [{ kind: 'zero-shares', operatorAddress }, /stake without shares/],
  [{ kind: 'deductions-exceed-shares', operatorAddress }, /not of one height/],
  [{ kind: 'duplicate-delegation', voter, operatorAddress }, /counted once/],
  [{ kind: 'foreign-delegation', voter, delegator: 'akash1z' }, /one of akash1z; not counted/],
  [{ kind: 'delegations-missing', voter }, /not read, so this count is not exact/],
  [{ kind: 'bonded-zero' }, /bonded pool is empty/],
  [
    { kind: 'bonded-differs', bondedTokens: 2_000_000n, validatorTokens: 1_000_000n },
    /hold 1.AKT and the bonded pool 2.AKT/,
  ],
]

describe('findings', () => {
  it.each(SENTENCES)('says %o in a sentence of its own', (finding, pattern) => {
    expect(formatFinding(finding, words)).toMatch(pattern)
  })

  it('makes what hides in an address visible', () => {
    expect(formatFinding({ kind: 'no-options', voter: 'a\u202eb' }, words)).not.toContain('\u202e')
  })

  it('counts what a broken node gives by the thousand', () => {
    const findings = Array.from({ length: 5_000 }, () => ({ kind: 'no-options', voter }) as const)
    const [group, ...others] = groupFindings(findings, words)
    expect(others).toEqual([])
    expect(group?.sentences).toHaveLength(3)
    expect(group?.more).toBe('4,997 more of this kind.')
  })
})
