import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../../domain/decimal.ts'
import type { VoteOption } from '../../../domain/vote.ts'
import { type RowKeys, selectRows } from './select-rows.ts'

function row(label: string, power: bigint | undefined, option?: VoteOption): RowKeys {
  const vote =
    option === undefined
      ? undefined
      : { voter: label, options: [{ option, weight: DEC_ONE }], metadata: '' }
  return { label, texts: [label, `valoper1${label}`], power, vote }
}

const rows = [
  row('beta', 5n, 'VOTE_OPTION_NO'),
  row('Alpha', 5n, 'VOTE_OPTION_YES'),
  row('gamma', undefined, 'VOTE_OPTION_YES'),
  row('delta', 9n, 7),
]
const all = { options: [], voter: '', sort: 'power', isAscending: false } as const
const labels = (filter: Parameters<typeof selectRows>[1]) =>
  selectRows(rows, filter, (keys) => keys).map(({ label }) => label)

describe('selectRows', () => {
  it('puts the greatest first, equal ones by name and what is unknown last', () => {
    expect(labels(all)).toEqual(['delta', 'Alpha', 'beta', 'gamma'])
  })

  it('leaves what is unknown last also when the least comes first: unknown is not zero', () => {
    expect(labels({ ...all, isAscending: true })).toEqual(['Alpha', 'beta', 'delta', 'gamma'])
  })

  it('sorts names as people do, whatever their case', () => {
    expect(labels({ ...all, sort: 'label', isAscending: true })).toEqual([
      'Alpha',
      'beta',
      'delta',
      'gamma',
    ])
  })

  it('finds by a part of name or address', () => {
    expect(labels({ ...all, voter: ' ALPHA ' })).toEqual(['Alpha'])
    expect(labels({ ...all, voter: 'valoper1' })).toHaveLength(4)
  })

  it('filters by option, and never counts an unknown option as one of the four', () => {
    expect(labels({ ...all, options: ['VOTE_OPTION_YES'] })).toEqual(['Alpha', 'gamma'])
  })
})
