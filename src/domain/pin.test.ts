import { describe, expect, it } from 'vitest'
import { choosePin } from './pin.ts'

const facts = {
  explicitHeight: undefined,
  latestHeight: 27_400_496n,
  planHeight: 27_400_605n,
  lastAppliedHeight: 27_230_465n,
}

describe('choosePin', () => {
  it('stays two blocks behind the newest, so that every node behind a balancer has the state', () => {
    expect(choosePin(facts)).toEqual({ height: 27_400_494n, reason: 'behind-latest' })
  })

  it('reads one block before the plan on a halted node of the old binary, which has no state at the plan height', () => {
    expect(choosePin({ ...facts, latestHeight: 27_400_605n })).toEqual({
      height: 27_400_604n,
      reason: 'halted-for-upgrade',
    })
  })

  it('reads the same height on an upgraded node, which has applied the plan and deleted it', () => {
    expect(
      choosePin({
        ...facts,
        latestHeight: 27_400_605n,
        planHeight: undefined,
        lastAppliedHeight: 27_400_605n,
      }),
    ).toEqual({ height: 27_400_604n, reason: 'halted-for-upgrade' })
  })

  it('uses a height the reader asked for as it is, whatever the status says', () => {
    expect(choosePin({ ...facts, explicitHeight: 27_400_731n })).toEqual({
      height: 27_400_731n,
      reason: 'asked-for',
    })
  })

  it('never pins below the first block of a young chain', () => {
    expect(
      choosePin({
        ...facts,
        latestHeight: 2n,
        planHeight: undefined,
        lastAppliedHeight: undefined,
      }),
    ).toEqual({ height: 2n, reason: 'latest' })
  })
})
