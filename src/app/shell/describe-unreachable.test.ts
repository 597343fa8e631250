import { describe, expect, it } from 'vitest'
import type { Unreachable } from '../fallback/fallback.ts'
import { describeUnreachable } from './describe-unreachable.ts'

const REASON = 'https://a.test cannot be reached; check the address or use another endpoint.'

describe('describeUnreachable', () => {
  it.each<[Partial<Unreachable>, string | undefined, string]>([
    [
      {},
      'Akash mainnet',
      `None of the 13 endpoints of Akash mainnet could be read. The first: ${REASON}`,
    ],
    [
      { silentCount: 12 },
      'Akash mainnet',
      `None of the 13 endpoints of Akash mainnet could be read. The first: ${REASON} 12 have not said anything so far.`,
    ],
    [
      { silentCount: 13, firstReason: undefined },
      'Akash mainnet',
      'None of the 13 endpoints of Akash mainnet could be read: they have not said anything so far.',
    ],
    [{ count: 1 }, undefined, `The one endpoint could not be read: ${REASON}`],
    [
      { count: 1, silentCount: 1, firstReason: undefined },
      'Akash sandbox',
      'The one endpoint of Akash sandbox could not be read: it has not said anything so far.',
    ],
  ])('tells what failed from what is silent: %j', (change, name, sentence) => {
    const unreachable: Unreachable = {
      count: 13,
      firstReason: REASON,
      silentCount: 0,
      retry: { kind: 'none' },
      answeredBy: undefined,
      ...change,
    }
    expect(describeUnreachable(unreachable, name)).toBe(sentence)
  })
})
