import { describe, expect, it } from 'vitest'
import { linkRecord } from '../../queries/linked-registry.ts'
import { loadRegistry } from '../../queries/registry.ts'
import { selectAeps } from './aep-filter.ts'
import { type AepRow, composeAepRows } from './aep-row.ts'
import { formatAepsSearch, parseAepsSearch } from './aeps-search.ts'
import type { AepsSearch } from './pick-aeps-search.ts'

const registry = await loadRegistry()
const linked = linkRecord(registry, '2026-11-20')
const rows = composeAepRows(registry, linked)
const unread = composeAepRows(registry, undefined)

const select = (search: AepsSearch, among: readonly AepRow[] = rows) =>
  selectAeps(among, parseAepsSearch(search).filter).map(({ number }) => number)

describe('composeAepRows', () => {
  it('has documents, later AEPs and absent numbers, told apart', () => {
    const kinds = new Map(rows.map(({ number, origin }) => [number, origin.kind]))
    expect([76, 77, 87, 90, 96].map((number) => kinds.get(number))).toEqual([
      'document',
      'absent',
      'absent',
      'later',
      'later',
    ])
  })

  it('knows no delivery while the chain is being read, which is not the same as nothing found', () => {
    expect(unread.every(({ delivery }) => delivery === undefined)).toBe(true)
    expect(rows.find(({ number }) => number === 95)?.delivery?.kind).toBe('nothing-found')
    expect(rows.find(({ number }) => number === 77)?.delivery).toBeUndefined()
  })

  it('takes in a number that only the chain names', () => {
    const deliveries = new Map([...linked.deliveries, [120, { kind: 'nothing-found' } as const]])
    const row = composeAepRows(registry, { ...linked, deliveries }).at(-1)
    expect([row?.number, row?.origin.kind, row?.title]).toEqual([120, 'chain', undefined])
  })

  it('prefers a document to the word that there is none', () => {
    const [first] = registry.aeps
    if (first === undefined) throw new Error('the registry is empty')
    const grown = { ...registry, aeps: [...registry.aeps, { ...first, number: 77 }] }
    const kinds = composeAepRows(grown, undefined).filter(({ number }) => number === 77)
    expect(kinds.map(({ origin }) => origin.kind)).toEqual(['document'])
  })
})

describe('selectAeps', () => {
  it('begins with the newest, absent numbers in their places', () => {
    expect(select({}).slice(0, 8)).toEqual([96, 95, 94, 93, 90, 89, 88, 87])
  })

  it('searches numbers by their beginning, and titles and authors by any part', () => {
    expect(select({ q: 'AEP-7', dir: 'asc' }).slice(0, 3)).toEqual([7, 70, 71])
    expect(select({ q: 'aep 076' })).toEqual([76])
    expect(select({ q: 'BURN mint' })).toEqual([76])
    expect(select({ q: '@troian' })).toContain(39)
  })

  it('explains an absent number to who looks for it, and leaves it out where filters ask for values', () => {
    expect(select({ q: '87' })).toEqual([87])
    expect(select({ q: '87', status: 'draft' })).toEqual([])
  })

  it('narrows by what the document says and by what the chain shows, together', () => {
    expect(select({ status: 'draft', delivery: 'delivered' })).toEqual([39])
    expect(select({ status: 'last-call', upgrade: 'v0.38.0' })).toEqual([61])
    expect(select({ delivery: 'delivered-at-genesis', dir: 'asc' })).toEqual([8, 9, 13])
    expect(select({ type: 'Core' })).toEqual([52])
  })

  it('narrows by upgrade with what it delivers and what it removes, not with mere mentions', () => {
    expect(select({ upgrade: 'v2.0.0', dir: 'asc' })).toEqual([23, 76, 78, 80, 81])
  })

  it('narrows by group and by disagreement', () => {
    expect(select({ sig: 'sig-providers' })).toContain(64)
    expect(select({ finding: 'shipped-while-draft' })).toEqual([39])
    expect(select({ finding: 'any' })).toContain(61)
    expect(select({ finding: 'any' })).not.toContain(1)
  })

  it('keeps what has no height at the end, whichever way it is sorted', () => {
    const up = select({ sort: 'height', dir: 'asc' })
    const down = select({ sort: 'height' })
    expect([up[0], down[0]]).toEqual([14, 82])
    expect([up.at(-1), down.at(-1)].every((number) => number !== 14 && number !== 82)).toBe(true)
  })

  it('finds nothing by delivery while the chain is being read', () => {
    expect(select({ delivery: 'delivered' }, unread)).toEqual([])
    expect(select({ status: 'last-call' }, unread)).toEqual([67, 61])
  })
})

describe('the URL of the list', () => {
  it('says what it shows, and nothing where that is the default', () => {
    const search: AepsSearch = {
      view: 'board',
      q: 'gpu',
      status: 'draft,final',
      delivery: 'scheduled',
      type: 'Standard',
      category: 'Core',
      sig: 'sig-chain',
      upgrade: 'v2.2.0',
      finding: 'estimate-overdue',
      sort: 'title',
      dir: 'asc',
    }
    expect(formatAepsSearch(parseAepsSearch(search))).toEqual(search)
    expect(Object.values(formatAepsSearch(parseAepsSearch({}))).every((one) => !one)).toBe(true)
  })

  it('takes what is malformed as not said', () => {
    const { view, filter } = parseAepsSearch({
      view: 'pie',
      status: 'gone',
      delivery: 'x',
      finding: 'toString',
      sort: 'colour',
    })
    expect([view, filter.statuses, filter.delivery, filter.finding, filter.sort]).toEqual([
      'table',
      [],
      undefined,
      undefined,
      'number',
    ])
  })
})
