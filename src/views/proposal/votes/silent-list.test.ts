import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../../domain/decimal.ts'
import { formatSilentList } from './silent-list.ts'
import type { SilentRow } from './vote-rows.ts'

function row(label: string, tokens: bigint, operatorAddress: string): SilentRow {
  return {
    operatorAddress,
    label,
    tokens,
    share: DEC_ONE / 4n,
    cumulativeShare: DEC_ONE / 2n,
    open: undefined,
  }
}

const list = {
  proposalId: 353n,
  height: 27_400_494n,
  chainId: 'skydev-1',
  denom: 'uakt',
  rows: [row('Polaris | *Stake*', 2_500_000n, 'valoper1a'), row('@everyone', 1n, 'valoper1b')],
}
const plainly = (format: 'plain' | 'markdown' | 'csv') =>
  formatSilentList(list, format).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

describe('the list of those who have not voted', () => {
  it('is numbered lines, after one that says what it is', () => {
    expect(plainly('plain')).toBe(
      'Not voted on proposal 353 of skydev-1: 2 validators, 2.500001 AKT (height 27,400,494)\n' +
        '1. Polaris | *Stake*, 2.5 AKT, 25.00 %, valoper1a\n' +
        '2. \uff20everyone, 0.000001 AKT, 25.00 %, valoper1b\n',
    )
  })

  it('is a table in Markdown that no name breaks or dresses up', () => {
    const lines = plainly('markdown').split('\n')
    expect(lines[4]).toBe(
      '| 1 | Polaris \\| \\*Stake\\* | 2.5 AKT | 25.00 % | 50.00 % | `valoper1a` |',
    )
  })

  it('calls nobody in a chat, whatever a validator calls itself', () => {
    expect(plainly('plain')).not.toContain('@')
    expect(plainly('markdown')).not.toContain('@')
  })

  it('is CSV in base units with all digits, names that look like formulas defused', () => {
    expect(plainly('csv').split('\r\n')).toEqual([
      'rank,operator_address,validator,tokens,denom,share,cumulative_share',
      '1,valoper1a,Polaris | *Stake*,2500000,uakt,0.250000000000000000,0.500000000000000000',
      "2,valoper1b,'@everyone,1,uakt,0.250000000000000000,0.500000000000000000",
      '',
    ])
  })
})
