import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../domain/decimal.ts'
import { formatVote, VoteText } from './VoteText.tsx'

const yes = { option: 'VOTE_OPTION_YES', weight: DEC_ONE } as const
const split = [
  { option: 'VOTE_OPTION_YES', weight: (DEC_ONE * 6n) / 10n },
  { option: 'VOTE_OPTION_NO_WITH_VETO', weight: (DEC_ONE * 4n) / 10n },
] as const

describe('formatVote', () => {
  it('names one option without its weight, which is all', () => {
    expect(formatVote([yes])).toBe('Yes')
  })

  it('says the weights of a split vote', () => {
    expect(formatVote(split)).toBe('Yes 60\u202f%, No with veto 40\u202f%')
  })

  it('rounds a third, which has no short form, to what a column holds', () => {
    const third = { option: 'VOTE_OPTION_NO', weight: DEC_ONE / 3n } as const
    expect(formatVote([third, yes])).toBe('No 33.33\u202f%, Yes 100\u202f%')
  })

  it('says the weight of a lone option that is not whole, which no chain stores', () => {
    expect(formatVote([{ option: 'VOTE_OPTION_NO', weight: DEC_ONE / 2n }])).toBe('No 50\u202f%')
  })

  it('does not guess what an unknown option means', () => {
    expect(formatVote([{ option: 7, weight: DEC_ONE }])).toBe('unknown option 7')
    expect(formatVote([])).toBe('no option')
  })
})

describe('VoteText', () => {
  it('draws a letter beside each name, so that colour alone tells nothing', () => {
    const html = renderToStaticMarkup(<VoteText options={split} />)
    expect(html).toContain('>Y</span>')
    expect(html).toContain('>V</span>')
    expect(html).toContain('No with veto 40')
  })
})
