import { describe, expect, it } from 'vitest'
import { computeSigning, parseHeightText } from './block.ts'

const members = [
  { address: 'AA', power: 10n },
  { address: 'BB', power: 60n },
  { address: 'CC', power: 25n },
  { address: 'DD', power: 5n },
]

describe('computeSigning', () => {
  it('counts a vote for no block as no signature, and names the absent by power', () => {
    const signing = computeSigning(['absent', 'signed', 'absent', 'nil'], members)
    expect(signing).toEqual({
      signedCount: 1,
      totalCount: 4,
      signedPower: 60n,
      // 10 + 60 + 25 + 5
      totalPower: 100n,
      absent: [
        { address: 'CC', power: 25n },
        { address: 'AA', power: 10n },
      ],
      nil: [{ address: 'DD', power: 5n }],
    })
  })

  it('counts nothing where the set is of another height, because places would name the wrong ones', () => {
    expect(computeSigning(['signed'], members)).toBeUndefined()
  })
})

describe('parseHeightText', () => {
  it('takes whole numbers from 1 on and nothing else', () => {
    expect(parseHeightText('27400494')).toBe(27_400_494n)
    for (const text of ['0', '-1', '1.5', '01', 'latest', '', '1e9', '9'.repeat(20)]) {
      expect([text, parseHeightText(text)]).toEqual([text, undefined])
    }
  })
})
