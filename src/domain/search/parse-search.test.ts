import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, parseSearch } from './parse-search.ts'

const kinds = (text: string) => parseSearch(text, 'akash').map(({ kind }) => kind)

describe('parseSearch', () => {
  it.each(['#353', 'prop 353', 'Proposal #353', 'prop. 353', 'P353', 'proposal:353', '＃353'])(
    'takes %s for a proposal and nothing else',
    (text) => {
      expect(parseSearch(text, 'akash')).toEqual([{ kind: 'proposal', id: 353n, isNamed: true }])
    },
  )

  it.each([
    'height 27400494',
    'block 27,400,494',
    'block height: 27400494',
    'h 27400494',
    '27,400,494',
    '27.400.494',
    "27'400'494",
    '27_400_494',
    '27 400 494',
    '27\u202f400\u202f494',
  ])('takes %s for a height and nothing else', (text) => {
    expect(parseSearch(text, 'akash')).toEqual([
      { kind: 'height', height: 27_400_494n, isNamed: true },
    ])
  })

  it('leaves a bare number open: a proposal, a height, or part of a title', () => {
    expect(kinds('353')).toEqual(['proposal', 'height', 'words'])
  })

  it('does not take numbers for what they cannot be', () => {
    for (const text of ['0', '007', '1,50', '-5', '12,34,567', '99999999999999999999']) {
      expect([text, kinds(text)]).toEqual([text, ['words']])
    }
  })

  it('takes 64 hex digits for a transaction, with 0x or without', () => {
    const hash = '0b93482c9a57f49c3b7019f26b9fda6fd0fdc4ce2bcf85443b7c5e8f6354aaed'
    const expected = [{ kind: 'transaction', hash: hash.toUpperCase() }]
    expect(parseSearch(hash, 'akash')).toEqual(expected)
    expect(parseSearch(`0x${hash.toUpperCase()}`, 'akash')).toEqual(expected)
    expect(kinds(hash.slice(1))).toEqual(['words'])
  })

  it('reads through a pasted link to what it shows', () => {
    expect(parseSearch('https://www.mintscan.io/akash/proposals/353', 'akash')).toMatchObject([
      { kind: 'url', reading: { kind: 'explorer' } },
      { kind: 'proposal', id: 353n, isNamed: true },
    ])
  })

  it('evens out what reads alike and hides nothing behind invisible characters', () => {
    expect(foldText(' Ｕpgrade\u200b \n V2 ')).toBe('upgrade v2')
    expect(kinds('\u202e#353')).toEqual(['proposal'])
    expect(kinds('\u200b')).toEqual([])
  })

  it('finds every height back that it is given, in every way of writing it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1000n, max: 10n ** 15n }),
        fc.constantFrom(',', '.', '_', ' '),
        (height, sign) => {
          const grouped = height.toString().replace(/\B(?=(\d{3})+$)/g, sign)
          for (const text of [grouped, `height ${height}`, `block ${grouped}`]) {
            expect(parseSearch(text, 'akash')).toEqual([{ kind: 'height', height, isNamed: true }])
          }
        },
      ),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 700 }), fc.string({ unit: 'binary', maxLength: 700 })),
        (text) => {
          expect(Array.isArray(parseSearch(text, 'akash'))).toBe(true)
        },
      ),
    )
  })
})
