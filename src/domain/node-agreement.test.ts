import { describe, expect, it } from 'vitest'
import { chooseCommonHeight, judgeAgreement } from './node-agreement.ts'

const range = (earliestHeight: bigint, latestHeight: bigint) => ({ earliestHeight, latestHeight })

describe('chooseCommonHeight', () => {
  it('takes the block two behind the one that lags, for all have it', () => {
    expect(chooseCommonHeight([range(1n, 500n), range(1n, 400n), range(300n, 500n)])).toBe(398n)
  })

  it('leaves a node far behind out where the others have pruned its blocks', () => {
    // 98: one node. 498: two.
    expect(chooseCommonHeight([range(1n, 100n), range(300n, 500n), range(400n, 500n)])).toBe(498n)
  })

  it('has none where no two share a block', () => {
    expect(chooseCommonHeight([range(1n, 100n), range(300n, 500n)])).toBeUndefined()
    expect(chooseCommonHeight([range(1n, 100n)])).toBeUndefined()
    expect(chooseCommonHeight([])).toBeUndefined()
  })
})

describe('judgeAgreement', () => {
  const answers = [
    { endpoint: 'a', mark: 'X' },
    { endpoint: 'b', mark: 'X' },
    { endpoint: 'c', mark: 'Y' },
  ]

  it('names who tells another block, on both sides: neither is known to be right', () => {
    expect(judgeAgreement('a', 9n, answers)).toEqual({
      kind: 'differs',
      height: 9n,
      with: ['b'],
      against: ['c'],
    })
    expect(judgeAgreement('c', 9n, answers)).toEqual({
      kind: 'differs',
      height: 9n,
      with: [],
      against: ['a', 'b'],
    })
  })

  it('counts those that tell the same', () => {
    expect(judgeAgreement('a', 9n, answers.slice(0, 2))).toEqual({
      kind: 'same',
      height: 9n,
      others: 1,
    })
  })

  it('has no opinion of a node that was not heard, and of one that was heard alone', () => {
    expect(judgeAgreement('d', 9n, answers).kind).toBe('none')
    expect(judgeAgreement('a', 9n, answers.slice(0, 1)).kind).toBe('none')
  })
})
