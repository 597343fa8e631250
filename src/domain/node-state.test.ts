import { describe, expect, it } from 'vitest'
import { classifyNode } from './node-state.ts'

const now = new Date('2026-11-21T03:05:26Z')
const node = {
  latestHeight: 27_400_496n,
  latestBlockTime: new Date('2026-11-21T03:05:24Z'),
  isCatchingUp: false,
  planHeight: 27_400_605n,
  lastAppliedHeight: 27_230_465n,
}

describe('classifyNode', () => {
  it('is content with a node at the height of its peers', () => {
    expect(classifyNode(node, 27_400_497n, now)).toEqual({ kind: 'ok' })
  })

  it('counts the blocks a node is behind its peers, not the seconds', () => {
    expect(classifyNode(node, 27_400_596n, now)).toEqual({ kind: 'lagging', blocks: 100n })
  })

  it('calls a node old, not broken, when nobody is ahead of it', () => {
    expect(classifyNode(node, 27_400_496n, new Date('2026-11-21T05:05:24Z'))).toEqual({
      kind: 'old',
      ageMs: 7_200_000,
    })
  })

  it('sees a halt on a node of the old version, whatever its catching_up says', () => {
    const halted = { ...node, latestHeight: 27_400_605n }
    expect(classifyNode(halted, 27_400_605n, now)).toEqual({
      kind: 'halted',
      planHeight: 27_400_605n,
    })
  })

  it('sees the same halt on an upgraded node, whose plan is already applied', () => {
    const upgraded = {
      ...node,
      latestHeight: 27_400_605n,
      planHeight: undefined,
      lastAppliedHeight: 27_400_605n,
    }
    expect(classifyNode(upgraded, 27_400_605n, now).kind).toBe('halted')
  })

  it('believes a node that says it is catching up', () => {
    expect(classifyNode({ ...node, isCatchingUp: true }, 27_400_496n, now)).toEqual({
      kind: 'catching-up',
    })
  })

  it('notices a clock that is wrong, because every remaining time would be wrong with it', () => {
    expect(classifyNode(node, 27_400_496n, new Date('2026-11-21T03:00:24Z'))).toEqual({
      kind: 'ahead-of-clock',
      byMs: 300_000,
    })
  })
})
