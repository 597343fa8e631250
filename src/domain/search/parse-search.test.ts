import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, parseSearch } from './parse-search.ts'

const OWNER = 'akash10annavz40sy0kqs3kq5pfy9maq7wny99rkpd6k'
const PROVIDER = 'akash1zzmempr48ev6xw66v6nz06ft3s7huxn5wcku08'

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

  it('takes a number as long as a height for that of a deployment too', () => {
    expect(kinds('27400494')).toEqual(['proposal', 'height', 'deployment', 'words'])
    expect(kinds('99999')).toEqual(['proposal', 'height', 'words'])
    for (const text of [
      'dseq 27400494',
      'DSEQ:27400494',
      'deployment #27400494',
      'dseq 27,400,494',
      'deployment no. 27 400 494',
      "dseq: 27'400'494",
    ]) {
      expect(parseSearch(text, 'akash')).toEqual([
        { kind: 'deployment', dseq: 27_400_494n, isNamed: true },
      ])
    }
  })

  it('takes no number grouped anyhow for that of a deployment', () => {
    expect(kinds('dseq 27,400,49')).toEqual(['words'])
    expect(kinds('dseq')).toEqual(['words'])
  })

  it('takes ids of the market as the command line prints them, the last parts left out or not', () => {
    const lease = { owner: OWNER, dseq: 7n, gseq: 1, oseq: 2, provider: PROVIDER }
    expect(parseSearch(`${OWNER}/7/1/2/${PROVIDER}/3`, 'akash')).toEqual([
      { kind: 'lease', name: { ...lease, bseq: 3 } },
    ])
    expect(parseSearch(` ${OWNER}/7/1/2/${PROVIDER} `, 'akash')).toEqual([
      { kind: 'lease', name: { ...lease, bseq: undefined } },
    ])
    for (const text of [`${OWNER}/7`, `${OWNER}/7/1`, `${OWNER}/7/1/2`]) {
      expect(parseSearch(text, 'akash')).toEqual([
        { kind: 'deployment', dseq: 7n, owner: OWNER, isNamed: true },
      ])
    }
  })

  it('says which part of a lease’s id is wrong', () => {
    expect(parseSearch(`${OWNER}/7/1/2/akash1nobody`, 'akash')).toMatchObject([
      { kind: 'no-lease', why: expect.stringMatching(/^The provider’s address does not hold/) },
    ])
    expect(kinds(`${OWNER}/seven/1/2/${PROVIDER}`)).toEqual(['words'])
    expect(kinds(`${OWNER}/7/1/2/${PROVIDER}/3/4`)).toEqual(['words'])
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
