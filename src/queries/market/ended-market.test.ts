import { describe, expect, it } from 'vitest'
import { failedEnded, NOTHING_ENDED } from './ended-market.ts'

describe('what has ended', () => {
  it('is on its way in every list before anything was read', () => {
    expect(Object.values(NOTHING_ENDED).map(({ kind }) => kind)).toEqual(Array(4).fill('loading'))
  })

  it('says in every list why it cannot be read at all', () => {
    const failure = { kind: 'unexpected', sentence: 'The code did not come.' } as const
    expect(Object.values(failedEnded(failure))).toEqual(Array(4).fill({ kind: 'failed', failure }))
  })
})
