import { describe, expect, it } from 'vitest'
import { classifyHaltNode, describeHaltNode, type HaltStanding } from './halt-node.ts'

const H = 27_400_605n
const AT = new Date('2026-11-21T03:08:45Z')

const standing = (parts: Partial<HaltStanding>): HaltStanding => ({
  latestHeight: H,
  latestBlockTime: AT,
  appHeight: undefined,
  consensusHeight: undefined,
  version: undefined,
  ...parts,
})
const around = (bestHeight: bigint, later = 0) => ({
  planHeight: H,
  bestHeight,
  newestBlockTime: new Date(AT.getTime() + later),
})

describe('a node around the height', () => {
  it('is old while its application has not executed the block it has', () => {
    const old = classifyHaltNode(standing({ appHeight: H - 1n, consensusHeight: H }), around(H), 0)
    expect(old).toEqual({ kind: 'old', behind: 0n })
    expect(describeHaltNode(old)).toBe('Old version, waiting at the height.')
  })

  it('stays old, and is said to be left behind, when the chain has gone on: it calls itself up to date', () => {
    const left = classifyHaltNode(
      standing({ appHeight: H - 1n }),
      around(H + 20n, 300_000),
      300_000,
    )
    expect(left).toEqual({ kind: 'old', behind: 20n })
    expect(describeHaltNode(left)).toContain('gone on without it')
  })

  it.each([{ appHeight: H }, { consensusHeight: H + 1n }])(
    'is upgraded by its application or by its consensus: %o',
    (parts) => {
      expect(classifyHaltNode(standing(parts), around(H), 600_000).kind).toBe('upgraded')
    },
  )

  it('is not called stale for the minutes between the two blocks around the halt', () => {
    expect(classifyHaltNode(standing({ appHeight: H }), around(H + 2n, 200_000), 3_000).kind).toBe(
      'upgraded',
    )
    const past = standing({ latestHeight: H + 1n })
    expect(classifyHaltNode(past, around(H + 2n, 195_000), 3_000).kind).toBe('past')
  })

  it('stands still by block time, by blocks, or by not having moved under the reader’s eyes', () => {
    const before = standing({ latestHeight: H - 3n })
    expect(classifyHaltNode(before, around(H - 2n, 61_000), 0).kind).toBe('stale')
    expect(classifyHaltNode(before, around(H + 3n), 0).kind).toBe('stale')
    expect(classifyHaltNode(before, around(H, 18_000), 61_000).kind).toBe('stale')
    expect(classifyHaltNode(before, around(H, 18_000), 3_000)).toEqual({
      kind: 'before',
      blocksLeft: 3n,
    })
  })
})
