import { describe, expect, it } from 'vitest'
import type { ProposalRow } from './proposal.ts'
import { mergeRows } from './proposal-rows.ts'

const row = (id: bigint, reason = ''): ProposalRow => ({
  kind: 'unreadable',
  id,
  reason,
  bytes: undefined,
})
const shape = (rows: readonly ProposalRow[]) =>
  rows.map((row) => (row.kind === 'gap' ? `-${row.id}..${row.lowestId}` : `${row.id}`))

describe('mergeRows', () => {
  it('puts the newest first and names the numbers in between that the chain deleted', () => {
    expect(shape(mergeRows([[row(355n), row(352n)], [row(350n)]], false))).toEqual([
      '355',
      '-354..353',
      '352',
      '-351..351',
      '350',
    ])
  })

  it('says nothing about numbers below the last page while more pages are to come', () => {
    expect(shape(mergeRows([[row(3n)]], false))).toEqual(['3'])
  })

  it('knows the numbers down to 1 for gaps once everything has been read', () => {
    expect(shape(mergeRows([[row(3n)]], true))).toEqual(['3', '-2..1'])
  })

  it('takes the later reading where two pages hold the same id', () => {
    expect(mergeRows([[row(1n, 'old')], [row(1n, 'new')]], true)).toEqual([row(1n, 'new')])
  })
})
