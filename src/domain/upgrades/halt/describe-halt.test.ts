import { describe, expect, it } from 'vitest'
import { describeHalt, findClockLag, formatElapsed } from './describe-halt.ts'
import { findFork } from './find-fork.ts'
import { NO_TIMES } from './halt-phase.ts'
import { composeHaltRoom, type HaltFacts, type HeardNode } from './halt-room.ts'
import type { SeenVotes } from './seen-votes.ts'

const H = 100n
const TIME = new Date('2026-11-21T03:08:45Z')

describe('the sentence of a halt room', () => {
  it.each<[string, Partial<HaltFacts>, string]>([
    [
      'nobody answers',
      { nodes: [dead('a')] },
      'No endpoint answers, so where the chain stands to v2 cannot be seen.',
    ],
    ['one block is left', { nodes: [node('a', H - 1n)] }, '1 block until v2 at height 100.'],
    [
      'only old nodes answer',
      { nodes: [node('a', H, { app: H - 1n }), dead('b')] },
      'The chain has halted at 100 for v2. Who is back cannot be seen: no node here runs the new version yet, and only such a node hears the votes of those who are back.',
    ],
    [
      'half is back',
      { nodes: [node('a', H, { seen: votes(50n, 0n) })] },
      'The chain has halted at 100 for v2. 50.0\u202f% of the power is back; 17.0\u202f% is missing to two thirds.',
    ],
    [
      'two thirds are back',
      { nodes: [node('a', H, { seen: votes(67n, 0n) })] },
      'The chain has halted at 100 for v2. 67.0\u202f% of the power is back, more than two thirds; now they must precommit in one round.',
    ],
    [
      'the chain has resumed',
      {
        nodes: [node('a', H + 5n)],
        times: {
          ...NO_TIMES,
          firstBlockAt: TIME,
          secondBlockAt: new Date(TIME.getTime() + 192_900),
        },
      },
      'The chain resumed at block 101, halted for 3 min 12 s.',
    ],
  ])('when %s', (_, parts, sentence) => {
    expect(describeHalt(room(parts), 'v2')).toBe(sentence)
  })

  it('works with one endpoint alive, and still knows who was back when that one dies', () => {
    const alive = node('a', H, { seen: votes(50n, 0n) })
    expect(room({ nodes: [alive, dead('b')] }).power).toMatchObject({ back: 50n })
    const died: HeardNode = { ...alive, newest: { kind: 'failed', reason: 'refused' } }
    expect(room({ nodes: [died, node('b', H, { app: H - 1n })] }).power).toMatchObject({
      back: 50n,
    })
  })

  it('takes no word of the votes on the plan’s own block for a sign of who is back', () => {
    const atH = node('a', H, { app: H - 1n, rounds: { ...votes(85n, 85n), height: H } })
    const { power, committed } = room({ nodes: [atH] })
    expect(power).toEqual({ kind: 'unseen', why: 'only-old-nodes' })
    expect(committed).toEqual({ power: 85n, total: 100n })
  })

  it('says that votes cannot be read where an upgraded node tells them in no known form', () => {
    const odd = node('a', H, { app: H })
    expect(room({ nodes: [odd] }).power).toEqual({ kind: 'unseen', why: 'unreadable' })
  })

  it('is not misled by an endpoint that claims a height far beyond', () => {
    const liar = { ...node('b', H), seen: { ...votes(99n, 99n), height: 10n ** 18n } }
    expect(room({ nodes: [node('a', H, { seen: votes(50n, 0n) }), liar] }).power).toMatchObject({
      back: 50n,
    })
  })
})

describe('around the room', () => {
  it('raises the alarm at the lowest height of which two blocks are told', () => {
    const told = [
      { endpoint: 'a', height: 102n, hash: 'X' },
      { endpoint: 'b', height: 102n, hash: 'Y' },
      { endpoint: 'a', height: 101n, hash: 'X' },
      { endpoint: 'b', height: 101n, hash: 'Z' },
      { endpoint: 'c', height: 101n, hash: 'X' },
    ]
    expect(findFork(told)).toMatchObject({
      height: 101n,
      answers: [
        { value: 'X', endpoints: ['a', 'c'] },
        { value: 'Z', endpoints: ['b'] },
      ],
    })
    expect(findFork(told.filter(({ endpoint }) => endpoint === 'a'))).toBeUndefined()
  })

  it('tells a device’s clock that is minutes slow, not one that is a moment off', () => {
    expect(findClockLag(TIME, new Date(TIME.getTime() - 180_000))).toBe(180_000)
    expect(findClockLag(TIME, new Date(TIME.getTime() - 20_000))).toBe(0)
    expect(findClockLag(undefined, TIME)).toBe(0)
  })

  it('counts up without days and never below zero', () => {
    expect([-5, 144_000, 3_744_000].map(formatElapsed)).toEqual(['00:00', '02:24', '1:02:24'])
  })
})

function room(parts: Partial<HaltFacts>) {
  return composeHaltRoom({
    planName: 'v2',
    planHeight: H,
    nodes: [],
    validators: undefined,
    times: NO_TIMES,
    told: [],
    ...parts,
  })
}

function dead(endpoint: string): HeardNode {
  const newest = { kind: 'failed', reason: 'refuses connections' } as const
  return { endpoint, newest, unchangedMs: 0, rounds: undefined, seen: undefined }
}

function node(
  endpoint: string,
  latestHeight: bigint,
  parts: { readonly app?: bigint; readonly seen?: SeenVotes; readonly rounds?: SeenVotes } = {},
): HeardNode {
  const { app, seen, rounds = seen } = parts
  const standing = {
    latestHeight,
    latestBlockTime: TIME,
    appHeight: app,
    consensusHeight: rounds?.height,
    version: undefined,
  }
  return {
    endpoint,
    newest: { kind: 'answered', standing },
    unchangedMs: 0,
    rounds: rounds && { kind: 'round-state', state: rounds },
    seen,
  }
}

function votes(prevotePower: bigint, precommitPower: bigint): SeenVotes {
  return {
    height: H + 1n,
    round: 0,
    step: 4,
    validatorCount: 2,
    totalPower: 100n,
    rounds: [
      { round: 0, prevotes: new Set(), precommits: new Set(), prevotePower, precommitPower },
    ],
    voters: new Map(),
    newestVoteAt: undefined,
  }
}
