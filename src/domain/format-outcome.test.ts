import { describe, expect, it } from 'vitest'
import { formatOutcome, formatRejection } from './format-outcome.ts'

describe('formatOutcome', () => {
  it('says that a failing expedited proposal goes on, loses its votes and is judged more easily', () => {
    expect(formatOutcome({ kind: 'rejected', by: 'threshold' }, true)).toBe(
      'fail as expedited for too little yes, its votes would be erased and it would go on as a regular proposal, with a longer vote and a lower threshold',
    )
  })

  it('says that a failing regular one is rejected, and why', () => {
    expect(formatOutcome({ kind: 'rejected', by: 'threshold' }, false)).toBe(
      'be rejected for too little yes',
    )
  })

  it('says pass of either', () => {
    expect(formatOutcome({ kind: 'passes' }, true)).toBe('pass')
  })
})

describe('formatRejection', () => {
  it('calls nothing rejected that is expedited, for it goes on', () => {
    for (const by of ['quorum', 'only-abstain', 'veto', 'threshold'] as const) {
      expect(formatRejection({ kind: 'rejected', by }, true)).toBe('Would fail as expedited')
    }
    expect(formatRejection({ kind: 'rejected', by: 'veto' }, false)).toBe('Would be vetoed')
    expect(formatRejection({ kind: 'rejected', by: 'quorum' }, false)).toBe('Would be rejected')
  })
})
