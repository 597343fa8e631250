import { describe, expect, it } from 'vitest'
import { tallyVotes } from '../../src/demo-chain/chain/tally.ts'
import { formatDec } from '../../src/domain/decimal.ts'
import { readRecordedGovernance } from './recorded-governance.ts'

const PIN = '27400494'
const OPTIONS = [
  'VOTE_OPTION_YES',
  'VOTE_OPTION_ABSTAIN',
  'VOTE_OPTION_NO',
  'VOTE_OPTION_NO_WITH_VETO',
]

const recorded = readRecordedGovernance('steady')

function countRecorded(id: number, height: string) {
  const { quorum, vetoThreshold, threshold, expeditedThreshold } = recorded.params(height)
  const delegations = recorded.delegationsByVoter(height)
  return tallyVotes({
    votes: recorded.votes(id, height).map(({ voter, options }) => ({
      voter,
      options: options.map(({ option, weight }) => ({
        option: OPTIONS.indexOf(String(option)) + 1,
        weight: formatDec(weight),
      })),
    })),
    validators: recorded.bondedValidators(height).map((validator) => ({
      operatorAddress: validator.operatorAddress,
      account: validator.accountAddress,
      tokens: validator.tokens,
      delegatorShares: validator.delegatorShares,
    })),
    delegationsOf: (voter) =>
      (delegations.get(voter) ?? []).map(({ operatorAddress, shares }) => ({
        validatorAddress: operatorAddress,
        shares: String(shares),
      })),
    bondedTokens: recorded.bondedTokens(height),
    quorum: quorum ?? 0n,
    vetoThreshold: vetoThreshold ?? 0n,
    threshold: (recorded.isExpedited(id, height) ? expeditedThreshold : threshold) ?? 0n,
  })
}

describe("the demo chain's tally", () => {
  it.each([
    [344, PIN],
    [345, PIN],
    [346, PIN],
    [347, PIN],
    [352, PIN],
    [353, PIN],
    [354, PIN],
    [355, PIN],
    [342, '27400257'],
    [354, '27400480'],
  ] as const)(
    'counts the recorded votes on #%i at %s to the unit as the real node did',
    (id, height) => {
      const { yes, abstain, no, noWithVeto } = recorded.tally(id, height)
      expect(countRecorded(id, height).result).toEqual({
        yesCount: String(yes),
        abstainCount: String(abstain),
        noCount: String(no),
        noWithVetoCount: String(noWithVeto),
      })
    },
  )

  it.each([
    [342, '27400257', 'passed'],
    [354, '27400480', 'rejected'],
    [345, PIN, 'veto'],
    [347, PIN, 'quorum'],
  ] as const)('ends #%i at %s as the recording does: %s', (id, height, end) => {
    expect(countRecorded(id, height).end).toBe(end)
  })
})
