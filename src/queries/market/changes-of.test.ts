import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changesOf } from './changes-of.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** When each change came, in milliseconds from the start. */
async function timesOf(work: (tell: () => void) => Promise<void>): Promise<readonly number[]> {
  const startedAt = Date.now()
  const times: number[] = []
  const over = (async () => {
    for await (const _ of changesOf(work)) times.push(Date.now() - startedAt)
  })()
  await Promise.all([over, vi.runAllTimersAsync()])
  return times
}

describe('changesOf', () => {
  it('tells of the first change at once and of the end at once', async () => {
    expect(
      await timesOf(async (tell) => {
        await sleep(10)
        tell()
        await sleep(5)
      }),
    ).toEqual([10, 15])
  })

  it('tells of a flood four times a second at most, after the first few', async () => {
    const times = await timesOf(async (tell) => {
      for (let change = 0; change < 2_000; change++) {
        await sleep(1)
        tell()
      }
    })
    expect(times.slice(0, 5)).toEqual([1, 26, 76, 176, 376])
    expect(times.length).toBeLessThan(14)
    expect(times.at(-1)).toBe(2_000)
  })

  it('tells of the end where nothing was told before', async () => {
    expect(await timesOf(() => sleep(7))).toEqual([7])
  })

  it('throws what the work threw, after what it told', async () => {
    const seen: number[] = []
    const run = (async () => {
      const changes = changesOf(async (tell) => {
        tell()
        await sleep(1)
        throw new RangeError('broke off')
      })
      for await (const _ of changes) seen.push(1)
    })()
    const failed = expect(run).rejects.toThrow(new RangeError('broke off'))
    await vi.runAllTimersAsync()
    await failed
    expect(seen).toHaveLength(1)
  })
})
