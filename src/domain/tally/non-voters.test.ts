import { describe, expect, it } from 'vitest'
import { formatDec } from '../decimal.ts'
import { listNonVoters } from './non-voters.ts'
import { validatorOf, voteOf } from './testing/tally-world.ts'

const YES = 'VOTE_OPTION_YES'

describe('listNonVoters', () => {
  it('lists silent validators by falling power with a running total, equal ones by address', () => {
    const rows = listNonVoters({
      validators: [
        validatorOf('b', 20n),
        validatorOf('voted', 50n),
        validatorOf('a', 20n),
        validatorOf('big', 30n),
      ],
      votes: [voteOf('voted', YES), voteOf('a-delegator', YES)],
      bondedTokens: 120n,
    })
    // 30 ÷ 120, 50 ÷ 120, 70 ÷ 120.
    expect(
      rows.map((row) => [
        row.operatorAddress,
        row.moniker,
        row.tokens,
        row.cumulativeTokens,
        formatDec(row.cumulativeShare ?? -1n),
      ]),
    ).toEqual([
      ['operator-big', 'big', 30n, 30n, '0.250000000000000000'],
      ['operator-a', 'a', 20n, 50n, '0.416666666666666667'],
      ['operator-b', 'b', 20n, 70n, '0.583333333333333333'],
    ])
  })

  it('leaves out validators that cannot vote, and one that came twice', () => {
    const rows = listNonVoters({
      validators: [
        validatorOf('jailed', 9n, { jailed: true }),
        validatorOf('out', 8n, { status: 'BOND_STATUS_UNBONDED' }),
        validatorOf('in', 7n),
        validatorOf('in', 7n),
      ],
      votes: [],
      bondedTokens: 7n,
    })
    expect(rows.map(({ operatorAddress }) => operatorAddress)).toEqual(['operator-in'])
  })

  it('keeps a validator whose vote holds no option, for it counts for nothing', () => {
    const validators = [validatorOf('val', 7n)]
    expect(listNonVoters({ validators, votes: [voteOf('val')], bondedTokens: 7n })).toHaveLength(1)
  })

  it.each([[undefined], [0n]])('has no share of a pool of %s', (bondedTokens) => {
    const [row] = listNonVoters({ validators: [validatorOf('val', 7n)], votes: [], bondedTokens })
    expect(row).toMatchObject({ cumulativeTokens: 7n, cumulativeShare: undefined })
  })
})
