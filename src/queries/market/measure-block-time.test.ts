import { describe, expect, it } from 'vitest'
import { createFakeTransport } from '../../../test/fake-transport.ts'
import { FailureError } from '../../domain/failure-error.ts'
import { measureBlockTime } from './measure-block-time.ts'

const START = Date.parse('2026-11-21T00:00:00Z')

/** Blocks that take six seconds up to 950, and twelve after that. */
function chain() {
  return createFakeTransport(({ params }) => {
    const height = Number(params?.height)
    const ms = 6_000 * height + 6_000 * Math.max(0, height - 950)
    return { header: { height: String(height), time: new Date(START + ms).toISOString() } }
  })
}

describe('measureBlockTime', () => {
  it('takes the mean over a hundred blocks, and says which', async () => {
    const { value } = await measureBlockTime(chain(), { height: 1_000n }, {})
    expect(value).toEqual({ meanMs: 9_000, fromHeight: 900n, toHeight: 1_000n })
  })

  it.each([
    ['the node keeps no older ones', 1_000n, 980n, 980n],
    ['there are no more', 41n, 0n, 1n],
  ])('takes fewer where %s', async (_, height, oldest, fromHeight) => {
    const { value } = await measureBlockTime(chain(), { height, oldest }, {})
    expect(value).toMatchObject({ fromHeight, toHeight: height })
  })

  it('asks another node for the older block where this one begins at the height itself', async () => {
    const { value } = await measureBlockTime(chain(), { height: 1_000n, oldest: 1_000n }, {})
    expect(value.fromHeight).toBe(900n)
  })

  it('does not ask for the block at the height where that was done already', async () => {
    const transport = chain()
    const header = Promise.resolve({
      value: new Date(START + 6_000_000),
      endpoint: 'http://b.test',
    })
    const { value, endpoint } = await measureBlockTime(transport, { height: 1_000n, header }, {})
    expect([value.meanMs, endpoint]).toEqual([6_000, 'http://b.test'])
    expect(transport.seen.map(({ request }) => request.params?.height)).toEqual(['900'])
  })

  it('says why there is none at the first block: a time of zero would be a figure', async () => {
    const failed = measureBlockTime(chain(), { height: 1n }, {})
    await expect(failed).rejects.toThrow(FailureError)
    await expect(failed).rejects.toThrow('No node keeps a block before this height')
  })
})
