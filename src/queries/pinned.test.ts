import { describe, expect, it } from 'vitest'
import { createFakeChain } from '../../test/fake-chain.ts'
import { statusOf } from '../../test/fake-node.ts'
import { abciRefusal, createFakeTransport } from '../../test/fake-transport.ts'
import { AbciQueryError } from '../chain/abci.ts'
import type { NodeFacts } from '../chain/node.ts'
import type { Chain } from './chain.ts'
import { fetchPinned, type Pinned, readAtPin } from './pinned.ts'

describe('fetchPinned', () => {
  it('reads two blocks back and tells whoever listens what the node said', async () => {
    const heard: NodeFacts[] = []
    const chain = setup({ onFacts: (facts) => heard.push(facts) })
    const { pin, facts } = await fetchPinned(chain, undefined)
    expect(pin).toEqual({ height: 27_400_494n, reason: 'behind-latest' })
    expect(heard).toEqual([facts])
  })

  it('is stopped by a node of another chain before anything is read from it', async () => {
    await expect(
      fetchPinned(setup({ expectedChainId: 'akashnet-2' }), undefined),
    ).rejects.toMatchObject({
      failure: { kind: 'wrong-chain', expected: 'akashnet-2', actual: 'skydev-1' },
    })
  })
})

describe('readAtPin', () => {
  it('hands over what was read at the pin', async () => {
    const heights: bigint[] = []
    await expect(readAtPin(pinned(), read(heights, []))).resolves.toBe('read')
    expect(heights).toEqual([98n])
  })

  it('reads once more at the newest height where the pin has no state', async () => {
    const pins: Pinned['pin'][] = []
    const readOnceRefused = async ({ pin }: Pinned) => {
      pins.push(pin)
      if (pins.length === 1) throw refused(38)
      return 'read'
    }
    await expect(readAtPin(pinned(), readOnceRefused)).resolves.toBe('read')
    expect(pins).toEqual([
      { height: 98n, reason: 'behind-latest' },
      { height: 100n, reason: 'latest' },
    ])
  })

  it.each<[string, Pinned, Error]>([
    ['the height was asked for', pinned({ reason: 'asked-for' }), refused(38)],
    ['the pin is the newest height', pinned({ height: 100n }), refused(26)],
    ['something else was refused', pinned(), refused(22)],
    ['something else went wrong', pinned(), new Error('x')],
  ])('does not where %s', async (_, at, error) => {
    const heights: bigint[] = []
    await expect(readAtPin(at, read(heights, [error]))).rejects.toBe(error)
    expect(heights).toHaveLength(1)
  })

  it('gives up after the second time', async () => {
    const heights: bigint[] = []
    const second = refused(26)
    await expect(readAtPin(pinned(), read(heights, [refused(38), second]))).rejects.toBe(second)
    expect(heights).toHaveLength(2)
  })
})

function setup(overrides: Partial<Chain>): Chain {
  const transport = createFakeTransport(({ method }) =>
    method === 'status' ? statusOf({}) : abciRefusal(6, 'unknown query path'),
  )
  return createFakeChain(transport, overrides)
}

function pinned(pin: Partial<Pinned['pin']> = {}): Pinned {
  return {
    facts: {
      chainId: 'skydev-1',
      latestHeight: 100n,
      latestBlockTime: new Date(0),
      earliestHeight: 1n,
      txIndex: undefined,
      isCatchingUp: false,
      engineVersion: undefined,
      appVersion: undefined,
      plan: undefined,
      lastAppliedHeight: undefined,
      modules: undefined,
      endpoint: 'http://node.test',
    },
    pin: { height: 98n, reason: 'behind-latest', ...pin },
  }
}

/** Notes the heights it is asked for and fails with these errors first. */
function read(heights: bigint[], errors: readonly Error[]) {
  return async ({ pin }: Pinned) => {
    const error = errors[heights.length]
    heights.push(pin.height)
    if (error !== undefined) throw error
    return 'read'
  }
}

function refused(code: number): AbciQueryError {
  const log = code === 22 ? 'not found' : 'height'
  return new AbciQueryError({ code, codespace: 'sdk', log, path: '/p', height: 98n, endpoint: 'x' })
}
