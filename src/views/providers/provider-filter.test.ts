import { describe, expect, it } from 'vitest'
import { formatProvidersSearch, parseProvidersSearch, selectProviders } from './provider-filter.ts'
import type { ProviderRow } from './provider-row.ts'
import { composeProvidersCsv } from './providers-csv.ts'

const row = (address: string, leases: number, value?: string): ProviderRow => ({
  address,
  record:
    value === undefined
      ? undefined
      : {
          owner: address,
          hostUri: `https://${address}.example`,
          attributes: [{ key: 'region', value }],
          email: '',
          website: '',
          auditors: [],
        },
  holder:
    leases === 0
      ? undefined
      : {
          name: address,
          leases,
          reclaiming: 0,
          notKnown: 0,
          gpus: 0n,
          cpuMillis: 0n,
          memoryBytes: 0n,
          runRate: [],
        },
  share: 0,
  usd: { parts: [], unpriced: [], sum: undefined },
})

const rows = [row('b', 2, 'us-west'), row('a', 2, 'eu-east'), row('c', 5), row('d', 0, '=1+1')]
const names = (search: Parameters<typeof parseProvidersSearch>[0]) =>
  selectProviders(rows, parseProvidersSearch(search)).map(({ address }) => address)

describe('the list of providers', () => {
  it('begins with most leases, equal ones by address', () => {
    expect(names({})).toEqual(['c', 'a', 'b', 'd'])
    expect(names({ dir: 'asc' })).toEqual(['d', 'a', 'b', 'c'])
  })

  it('has what is not known last in either direction, and nothing where there is no lease', () => {
    const of = (address: string, gpus: bigint, notKnown = 0): ProviderRow => {
      const { holder, ...rest } = row(address, 2)
      if (holder === undefined) throw new Error('it has leases')
      return { ...rest, holder: { ...holder, gpus, notKnown } }
    }
    const held = [of('dark', 0n, 2), of('some', 3n, 1), row('none', 0), of('many', 9n)]
    const order = (dir: string) =>
      selectProviders(held, parseProvidersSearch({ sort: 'gpus', dir })).map(
        ({ address }) => address,
      )
    expect(order('desc')).toEqual(['many', 'some', 'none', 'dark'])
    expect(order('asc')).toEqual(['none', 'some', 'many', 'dark'])
  })

  it('is searched in attributes and hosts, also of one that was only seen in leases', () => {
    expect(names({ q: ' REGION=us ' })).toEqual(['b'])
    expect(names({ q: 'a.example' })).toEqual(['a'])
    expect(names({ q: 'nobody' })).toEqual([])
  })

  it('takes what a link misspells for not said, and leaves defaults out of links', () => {
    expect(names({ sort: 'nonsense' })).toEqual(names({}))
    expect(formatProvidersSearch(parseProvidersSearch({}))).toEqual({})
    const said = { q: 'x', sort: 'gpus', dir: 'asc' }
    expect(formatProvidersSearch(parseProvidersSearch(said))).toEqual(said)
  })
})

describe('its file', () => {
  const source = { chainId: 'c-1', height: 9n, time: undefined, endpoint: 'n', query: 'q' }

  it('says whether one is registered only where the list is known', () => {
    const first = (isListKnown: boolean) =>
      composeProvidersCsv([row('c', 5)], isListKnown, source).text.split('\r\n')[1]
    expect(first(true)).toMatch(/^c,false,/)
    expect(first(false)).toMatch(/^c,,/)
  })

  it('leaves empty what leases hold where nothing tells it, and is no zero', () => {
    const { holder, ...rest } = row('c', 5)
    if (holder === undefined) throw new Error('it has leases')
    const cellsOf = (notKnown: number) =>
      composeProvidersCsv([{ ...rest, holder: { ...holder, notKnown, gpus: 7n } }], true, source)
        .text.split('\r\n')
        .map((line) => line.split(','))
        .map((cells) => cells.slice(3, 10).join())
    expect(cellsOf(5)).toContain('5,0,5,0,,,')
    expect(cellsOf(4)).toContain('5,0,4,0,7,0,0')
  })

  it('holds attributes as text, not as formulas', () => {
    const file = composeProvidersCsv([{ ...row('=c', 1) }], true, source)
    expect(file.text).toContain("\r\n'=c,")
  })
})
