import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeHex } from '../server/bytes.ts'
import { createLedger } from './create-ledger.ts'
import type { ChainLedger } from './ledger.ts'
import {
  account,
  at,
  createSmallLedger,
  createSmallScript,
  operator,
  START,
  START_HEIGHT,
  submitting,
  upgradeMessage,
  voting,
} from './testing/small-script.ts'

const HALT_MS = 120_000
const PLAN_HEIGHT = START_HEIGHT + 130
const upgrade = [
  at(10, submitting('up', { messages: [upgradeMessage('v2.0.0', PLAN_HEIGHT)] })),
  at(20, voting('up', 'ann', 1)),
]
const busy = [
  ...upgrade,
  at(30, submitting('fast', { isExpedited: true })),
  at(40, voting('fast', 'ben', 3)),
  at(45, voting('up', 'ann-d', 3)),
  at(300, voting('fast', 'ann', 1, 'grantee')),
  at(310, { kind: 'delegate', delegator: account('ben-d'), operator: operator('ann'), amount: 5n }),
  at(320, {
    kind: 'delegate',
    delegator: account('ben-d'),
    operator: operator('ben'),
    amount: -7n,
  }),
]

/** Everything a ledger tells of its blocks and of some states, as text. */
function print(ledger: ChainLedger): string {
  const show = (_key: string, value: unknown) =>
    typeof value === 'bigint'
      ? String(value)
      : value instanceof Uint8Array
        ? encodeHex(value)
        : value instanceof Set
          ? [...value]
          : value
  const heights = [...ledger.eventfulHeights(), ledger.tip()]
  return JSON.stringify(
    heights.map((height) => {
      const state = ledger.stateAt(height)
      const ids = state.proposals().map(({ id }) => id)
      return [
        ledger.blockAt(height),
        state.proposals(),
        ids.map((id) => [state.votes(id), state.tally(id), state.deposits(id)]),
        state.validators(),
        state.pool(),
      ]
    }),
    show,
  )
}

describe('createLedger', () => {
  it('tells the same however often and in whatever order it was asked on the way', () => {
    const script = createSmallScript({
      actions: busy,
      halts: [{ planName: 'v2.0.0', durationMs: HALT_MS }],
    })
    const end = START + 1_200_000
    const expected = print(createLedger(script, () => new Date(end)))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_200_000 }), { maxLength: 12 }), (stops) => {
        let nowMs = START
        const ledger = createLedger(script, () => new Date(nowMs))
        for (const stop of stops.sort((a, b) => a - b)) {
          nowMs = START + stop
          const tip = ledger.tip()
          ledger.blockAt(tip)
          for (const { id } of ledger.stateAt(tip).proposals()) ledger.stateAt(tip).tally(id)
        }
        nowMs = end
        expect(print(ledger)).toBe(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('gives what was then at an old height, after votes were changed and deleted', () => {
    const actions = [
      at(10, submitting('a')),
      at(60, voting('a', 'ann', 1)),
      at(120, voting('a', 'ann', 4)),
    ]
    const ledger = createSmallLedger({ actions }, 900)
    const [submitted = 0n, first = 0n, second = 0n] = ledger.eventfulHeights()
    const optionAt = (height: bigint) =>
      ledger
        .stateAt(height)
        .votes(1n)
        .map(({ options }) => options[0]?.option)
    expect(ledger.stateAt(submitted - 1n).proposal(1n)).toBeUndefined()
    expect(optionAt(submitted)).toEqual([])
    expect(optionAt(first)).toEqual([1])
    expect(optionAt(second - 1n)).toEqual([1])
    expect(optionAt(second)).toEqual([4])
    expect(optionAt(ledger.tip())).toEqual([])
    expect(ledger.stateAt(first).tally(1n)?.yesCount).toBe('40000000')
    expect(ledger.stateAt(second).tally(1n)?.yesCount).toBe('0')
  })

  it("lists votes by the voters' bytes", () => {
    const voters = ['ann', 'ben', 'cleo', 'ann-d', 'ben-d', 'cleo-d']
    const actions = [
      at(10, submitting('a')),
      ...voters.map((voter) => at(20, voting('a', voter, 2))),
    ]
    const ledger = createSmallLedger({ actions }, 60)
    const listed = ledger
      .stateAt(ledger.tip())
      .votes(1n)
      .map(({ voter }) => voter)
    expect(listed).toHaveLength(6)
    // Characters of bech32 in the order of their values.
    const rank = (text: string) =>
      [...text]
        .map((c) => 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.indexOf(c).toString(36).padStart(2, '0'))
        .join('')
    expect(listed).toEqual(
      [...listed].sort((a, b) => (rank(a.slice(6)) < rank(b.slice(6)) ? -1 : 1)),
    )
  })

  it('refuses heights it does not have, and dates them all the same', () => {
    const ledger = createSmallLedger({ actions: [] }, 60)
    const tip = ledger.tip()
    const outside = new RangeError(`height ${tip + 1n} is not between ${START_HEIGHT} and ${tip}`)
    expect(() => ledger.stateAt(tip + 1n)).toThrow(outside)
    expect(() => ledger.blockAt(tip + 1n)).toThrow(outside)
    expect(() => ledger.validatorSetAt(BigInt(START_HEIGHT) - 1n)).toThrow(RangeError)
    expect(ledger.timeOf(tip + 1n).getTime()).toBeGreaterThan(START + 60_000)
    expect(ledger.timeOf(BigInt(START_HEIGHT) - 10n).getTime()).toBe(START - 60_000)
  })

  it('takes in what is submitted with the next block and never passes it by', () => {
    let nowMs = START + 60_000
    const script = createSmallScript({ actions: [at(10, submitting('a'))] })
    const ledger = createLedger(script, () => new Date(nowMs))
    const height = ledger.submit(voting('a', 'ann', 1))
    expect(height).toBe(ledger.tip() + 1n)
    expect(ledger.stateAt(ledger.tip()).votes(1n)).toEqual([])
    nowMs += 20_000
    expect(ledger.blockAt(height).txs).toHaveLength(1)
    expect(ledger.stateAt(height).votes(1n)).toHaveLength(1)
    expect(ledger.eventfulHeights().at(-1)).toBe(height)
  })

  it('applies an upgrade at its height: version, record, and no plan any more', () => {
    const ledger = createSmallLedger({ actions: upgrade }, 900)
    const before = ledger.stateAt(BigInt(PLAN_HEIGHT) - 1n)
    expect(before.plan()).toMatchObject({ name: 'v2.0.0', height: BigInt(PLAN_HEIGHT) })
    expect(before.appVersion).toBe('v1.0.0')
    const after = ledger.stateAt(BigInt(PLAN_HEIGHT))
    expect(after.plan()).toBeUndefined()
    expect(after.appliedUpgrades()).toEqual([{ name: 'v2.0.0', height: BigInt(PLAN_HEIGHT) }])
    expect(after.appVersion).toBe('v2.0.0')
  })

  it('stands at the height of a plan that halts it, and goes on in round 2', () => {
    let nowMs = START
    const halts = [{ planName: 'v2.0.0', durationMs: HALT_MS }]
    const script = createSmallScript({ actions: upgrade, halts })
    const ledger = createLedger(script, () => new Date(nowMs))
    const plan = BigInt(PLAN_HEIGHT)
    const evenMs = (PLAN_HEIGHT - START_HEIGHT) * 6000
    nowMs = START + evenMs + HALT_MS
    expect(ledger.tip()).toBe(plan)
    nowMs = START + evenMs + HALT_MS + 60_000
    expect(ledger.tip()).toBeGreaterThan(plan + 5n)
    const gap = (height: bigint) =>
      ledger.timeOf(height).getTime() - ledger.timeOf(height - 1n).getTime()
    expect(gap(plan + 1n)).toBeLessThan(10_000)
    expect(gap(plan + 2n)).toBeGreaterThan(HALT_MS)
    expect(gap(plan + 3n)).toBeLessThan(10_000)
    expect(ledger.blockAt(plan + 1n).round).toBe(2)
    expect(ledger.blockAt(plan + 2n).round).toBe(0)
  })

  it('moves stake with delegations, at once in the count and two blocks later in consensus', () => {
    const amount = 60_000_000n
    const actions = [
      at(10, { kind: 'delegate', delegator: account('new'), operator: operator('cleo'), amount }),
      at(60, {
        kind: 'delegate',
        delegator: account('new'),
        operator: operator('cleo'),
        amount: -amount,
      }),
      at(90, {
        kind: 'delegate',
        delegator: account('new'),
        operator: operator('cleo'),
        amount: -1n,
      }),
    ]
    const ledger = createSmallLedger({ actions }, 120)
    const [bonded = 0n, left = 0n, refused = 0n] = ledger.eventfulHeights()
    const state = ledger.stateAt(bonded)
    expect(state.pool()).toEqual({ bondedTokens: '150000000', notBondedTokens: '10000000' })
    expect(state.delegationsOf(account('new'))).toEqual([
      {
        delegatorAddress: account('new'),
        validatorAddress: operator('cleo'),
        shares: '60000000000000000000000000',
      },
    ])
    expect(state.delegationsTo(operator('cleo'))).toHaveLength(3)
    const strongest = (height: bigint) => ledger.validatorSetAt(height)[0]?.operatorAddress
    expect(strongest(bonded + 1n)).toBe(operator('ann'))
    expect(strongest(bonded + 2n)).toBe(operator('cleo'))
    expect(ledger.validatorSetAt(bonded + 2n).map(({ power }) => power)).toEqual([80n, 40n, 30n])
    expect(ledger.stateAt(left).pool()).toEqual({
      bondedTokens: '90000000',
      notBondedTokens: '70000000',
    })
    expect(ledger.stateAt(left).delegationsOf(account('new'))).toEqual([])
    expect(ledger.blockAt(refused).txs[0]).toMatchObject({ code: 19, codespace: 'staking' })
  })

  it('counts a vote anew when stake has moved and no vote has', () => {
    const more = { kind: 'delegate', delegator: account('ann'), operator: operator('ann') } as const
    const actions = [
      at(10, submitting('a')),
      at(20, voting('a', 'ann', 1)),
      at(60, { ...more, amount: 5_000_000n }),
    ]
    const ledger = createSmallLedger({ actions }, 120)
    const [, voted = 0n, moved = 0n] = ledger.eventfulHeights()
    const yesAt = (height: bigint) => ledger.stateAt(height).tally(1n)?.yesCount
    expect([voted, moved, moved - 1n].map(yesAt)).toEqual(['40000000', '45000000', '40000000'])
  })

  it('expects of a counter of missed blocks what the absence is, until the window is full', () => {
    const ledger = createSmallLedger({ actions: [] }, 80_000)
    const missedAt = (blocks: number) =>
      ledger
        .stateAt(BigInt(START_HEIGHT + blocks))
        .signingInfos()
        .map(({ missedBlocksCounter }) => missedBlocksCounter)
        .filter((counter) => counter > 0n)
    expect(missedAt(0)).toEqual([])
    expect(missedAt(1000)).toEqual([500n])
    expect(missedAt(10_000)).toEqual([5000n])
    expect(missedAt(13_000)).toEqual([5000n])
  })

  it('has blocks proposed in turn by power and signed by all but those that tend to be absent', () => {
    const ledger = createSmallLedger({ actions: [] }, 6000)
    const turns = new Map<string, number>()
    let missed = 0
    for (let height = BigInt(START_HEIGHT) + 1n; height <= ledger.tip(); height++) {
      const { proposer, absent } = ledger.blockAt(height)
      const key = encodeHex(proposer)
      turns.set(key, (turns.get(key) ?? 0) + 1)
      if (absent.has(operator('cleo'))) missed++
    }
    const blocks = Number(ledger.tip()) - START_HEIGHT
    const shares = ledger
      .validatorSetAt(ledger.tip())
      .map(({ address }) => (turns.get(encodeHex(address)) ?? 0) / blocks)
    // cleo has 20 of 90 AKT and misses every other turn, which goes to ann and ben by their 40 and 30.
    expect(shares[0]).toBeCloseTo(40 / 90 + (10 / 90) * (4 / 7), 1)
    expect(shares[1]).toBeCloseTo(30 / 90 + (10 / 90) * (3 / 7), 1)
    expect(missed / blocks).toBeCloseTo(0.5, 1)
  })
})
