import { describe, expect, it } from 'vitest'
import { abciRefusal, createFakeTransport } from '../../../test/fake-transport.ts'
import { leasesOf } from '../../chain/market/market-lists.ts'
import { answerLeases, manyLeases } from '../../chain/market/testing/fake-market-node.ts'
import type { Lease } from '../../domain/market/lease.ts'
import { type Part, readPart } from './read-part.ts'

const QUERY = { ...leasesOf('active', 100n), pageSize: 10 }

async function read(answer: Parameters<typeof createFakeTransport>[0]) {
  const parts: Part<Lease>[] = []
  const sourceOf = (query: string, endpoint: string) => {
    return { chainId: 'c', height: 100n, time: undefined, endpoint, query }
  }
  const error = await readPart(createFakeTransport(answer), QUERY, {}, sourceOf, (part) => {
    parts.push(part)
  })
  return { parts, error }
}

const lengthOf = (part: Part<Lease> | undefined) =>
  part?.kind === 'known' ? part.value.items.length : undefined

describe('readPart', () => {
  it('shows a short list after every page, the last time as complete', async () => {
    const { parts, error } = await read(answerLeases({ leases: manyLeases(25) }))
    expect(error).toBeUndefined()
    expect(parts.map(lengthOf)).toEqual([10, 20, 25])
    expect(parts.map((part) => part.kind === 'known' && part.value.isComplete)).toEqual([
      false,
      false,
      true,
    ])
  })

  it('copies a list of 600 pages some twenty times over, not three hundred', async () => {
    const { parts } = await read(answerLeases({ leases: manyLeases(6_000) }))
    expect(lengthOf(parts.at(-1))).toBe(6_000)
    const copied = parts.reduce((sum, part) => sum + (lengthOf(part) ?? 0), 0)
    expect(copied / 6_000).toBeLessThan(25)
    expect(parts.length).toBeLessThan(120)
  })

  it('leaves what it has shown as it was, for a screen may still be drawing it', async () => {
    const { parts } = await read(answerLeases({ leases: manyLeases(30) }))
    expect(parts.map(lengthOf)).toEqual([10, 20, 30])
  })

  it('keeps what was read of a list that ends early, and says why it is not all', async () => {
    const instead = (place: number) =>
      place === 20 ? abciRefusal(38, 'version does not exist') : undefined
    const { parts, error } = await read(answerLeases({ leases: manyLeases(45), instead }))
    expect(error).toMatchObject({ refusal: 'pruned' })
    const last = parts.at(-1)
    expect(lengthOf(last)).toBe(20)
    expect(last?.kind === 'known' && last.value).toMatchObject({
      isComplete: false,
      failure: { kind: 'pruned' },
    })
  })

  it('has failed where nothing was read: an empty list would be a figure', async () => {
    const { parts } = await read(() => abciRefusal(6, 'unknown query path: unknown request'))
    expect(parts).toMatchObject([{ kind: 'failed', failure: { kind: 'not-supported' } }])
  })

  it('tells of what it left out', async () => {
    const { parts } = await read(answerLeases({ leases: manyLeases(12), broken: [3] }))
    const last = parts.at(-1)
    expect(lengthOf(last)).toBe(11)
    expect(last?.kind === 'known' && last.value.skipped).toMatchObject([
      { list: 'leases', reason: expect.stringContaining('payment not found') },
    ])
  })
})
