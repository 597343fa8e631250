import { describe, expect, it } from 'vitest'
import { createFakeTransport } from '../../test/fake-transport.ts'
import { fetchBlockHeader, fetchCommit, fetchConsensusSet } from './blocks.ts'

const commitOf = (signatures: { block_id_flag: number }[], height = '5') => ({
  canonical: true,
  signed_header: { commit: { height, round: 0, block_id: { hash: 'AB' }, signatures } },
})

describe('fetchCommit', () => {
  it('tells signed, nil and absent apart by the flag', async () => {
    const transport = createFakeTransport(() =>
      commitOf([{ block_id_flag: 2 }, { block_id_flag: 1 }, { block_id_flag: 3 }]),
    )
    const { value } = await fetchCommit(transport, 5n)
    expect(value).toEqual({
      hash: 'AB',
      round: 0,
      flags: ['signed', 'absent', 'nil'],
      isCanonical: true,
    })
  })

  it('takes neither an unknown flag for a signature nor another height for this one', async () => {
    const odd = createFakeTransport(() => commitOf([{ block_id_flag: 7 }]))
    await expect(fetchCommit(odd, 5n)).rejects.toThrow(/block_id_flag/)
    const other = createFakeTransport(() => commitOf([], '6'))
    await expect(fetchCommit(other, 5n)).rejects.toThrow(/height/)
  })
})

describe('fetchBlockHeader', () => {
  it('refuses the header of another block than the one asked for', async () => {
    const transport = createFakeTransport(() => ({ header: { height: '6' } }))
    await expect(fetchBlockHeader(transport, 5n)).rejects.toThrow(
      /Asked for height 5, the node answered of 6/,
    )
  })
})

describe('fetchConsensusSet', () => {
  it('reads every page, because a node gives at most a hundred at once', async () => {
    const all = Array.from({ length: 130 }, (_, index) => ({
      address: `a${index}`,
      voting_power: `${index}`,
    }))
    const transport = createFakeTransport(({ params }) => {
      const page = Number(params?.page)
      return {
        block_height: '5',
        validators: all.slice((page - 1) * 100, page * 100),
        total: '130',
      }
    })
    const { value } = await fetchConsensusSet(transport, 5n)
    expect(value).toHaveLength(130)
    expect(value[129]).toEqual({ address: 'A129', power: 129n })
    expect(transport.seen).toHaveLength(2)
  })

  it('ends on a node that counts more than it gives', async () => {
    const transport = createFakeTransport(() => ({
      block_height: '5',
      validators: [],
      total: '130',
    }))
    const { value } = await fetchConsensusSet(transport, 5n)
    expect(value).toEqual([])
  })
})
