import { describe, expect, it } from 'vitest'
import { findDueNotices, type NoticeGround } from './find-due-notices.ts'

const NOW = new Date('2026-11-21T03:00:00Z')
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const GROUND: NoticeGround = {
  planName: 'v2',
  planHeight: 1_000n,
  phase: { kind: 'countdown', blocksLeft: 50n },
  earliestAt: undefined,
  voteEndsAt: undefined,
}
const texts = (parts: Partial<NoticeGround>) =>
  findDueNotices({ ...GROUND, ...parts }, NOW).map(({ text }) => text)

describe('what a reader is notified of', () => {
  it('is 60, 15 and 5 minutes before the early edge of the range, each once and the nearest only', () => {
    expect(texts({ earliestAt: inMinutes(61) })).toEqual([])
    expect(texts({ earliestAt: inMinutes(60) })).toEqual([
      'v2 can come in 60 minutes, at height 1,000.',
    ])
    expect(texts({ earliestAt: inMinutes(14) })).toEqual([
      'v2 can come in 15 minutes, at height 1,000.',
    ])
    expect(texts({ earliestAt: inMinutes(-2) })).toEqual([
      'v2 can come in 5 minutes, at height 1,000.',
    ])
  })

  it('is nothing of minutes where no range can be told', () => {
    expect(texts({})).toEqual([])
  })

  it('is the end of the vote, the halt and the resume, in their turn', () => {
    expect(texts({ voteEndsAt: inMinutes(1) })).toEqual([])
    expect(texts({ voteEndsAt: NOW })).toEqual(['The vote on v2 has ended.'])
    const halted = { kind: 'halted', since: NOW, isExact: true } as const
    expect(texts({ phase: halted, earliestAt: inMinutes(-9) })).toEqual([
      'The chain has halted at 1,000 for v2.',
    ])
    const resumed = {
      kind: 'resumed',
      height: 1_001n,
      haltedMs: 192_900,
      rounds: 3,
      isOver: false,
    } as const
    expect(texts({ phase: resumed })).toEqual([
      'The chain resumed at block 1,001, halted for 3 min 12 s.',
    ])
  })

  it('has keys that tell one plan from another of the same name', () => {
    const [first] = findDueNotices({ ...GROUND, voteEndsAt: NOW }, NOW)
    const [second] = findDueNotices({ ...GROUND, planHeight: 2_000n, voteEndsAt: NOW }, NOW)
    expect(first?.key).not.toBe(second?.key)
  })
})
