import { describe, expect, it } from 'vitest'
import type { Figure } from '../../domain/figure.ts'
import type { MarketList } from '../../domain/market/market.ts'
import { datedEnded, failedEnded, NOTHING_ENDED } from './ended-market.ts'

describe('what has ended', () => {
  it('is on its way in every list before anything was read', () => {
    expect(Object.values(NOTHING_ENDED).map(({ kind }) => kind)).toEqual(Array(4).fill('loading'))
  })

  it('has the time of its block also where that was told last, and only where there was none', () => {
    const time = new Date(5)
    const list = (told: Date | undefined): Figure<MarketList<never>> => ({
      kind: 'known',
      value: { items: [], isComplete: true, skipped: [] },
      source: { chainId: 'skydev-1', height: 1n, time: told, endpoint: 'http://a', query: 'q' },
    })
    const ended = { ...NOTHING_ENDED, closed: list(undefined), lostBids: list(new Date(4)) }
    expect(datedEnded(ended, time)).toEqual({
      ...NOTHING_ENDED,
      closed: list(time),
      lostBids: list(new Date(4)),
    })
  })

  it('says in every list why it cannot be read at all', () => {
    const failure = { kind: 'unexpected', sentence: 'The code did not come.' } as const
    expect(Object.values(failedEnded(failure))).toEqual(Array(4).fill({ kind: 'failed', failure }))
  })
})
