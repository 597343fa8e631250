import { describe, expect, it } from 'vitest'
import { NO_WORKS } from '../../domain/groups/group-works.ts'
import type { Group } from '../../domain/registry/group.ts'
import {
  formatSigsSearch,
  type GroupFilter,
  type GroupRow,
  parseSigsSearch,
  selectGroups,
} from './group-filter.ts'
import { pickSigsSearch } from './pick-sigs-search.ts'

const nothing = {
  kind: undefined,
  status: undefined,
  q: undefined,
  sort: undefined,
  dir: undefined,
}
const EVERY = parseSigsSearch(nothing)

describe('the URL of the groups', () => {
  it('says nothing when nothing is filtered, so that the plain address stays plain', () => {
    expect(formatSigsSearch(EVERY)).toEqual(nothing)
  })

  it('brings back the very filter it was made from', () => {
    const filter: GroupFilter = {
      kinds: ['sig', 'committee'],
      statuses: ['dormant', 'listed-only'],
      text: 'artur',
      sort: 'meeting',
      isAscending: true,
    }
    expect(parseSigsSearch(formatSigsSearch(filter))).toEqual(filter)
  })

  it('opens with the defaults where a link is mistyped', () => {
    const search = pickSigsSearch({ kind: 'sig,party', status: 7, sort: 'fame' })
    expect(parseSigsSearch(search)).toEqual({ ...EVERY, kinds: ['sig'] })
  })
})

describe('the order of the groups', () => {
  it('begins with those that meet, then by kind and name, whatever order the record has', () => {
    expect(idsOf({})).toEqual(['sig-b', 'sig-z', 'wg-a', 'sig-a', 'wg-l'])
  })

  it('goes by a count with the highest first, equal ones in the order they have anyway', () => {
    expect(idsOf({ sort: 'aeps' })).toEqual(['wg-a', 'sig-z', 'sig-b', 'sig-a', 'wg-l'])
    expect(idsOf({ sort: 'aeps', isAscending: true }).slice(0, 3)).toEqual([
      'sig-b',
      'sig-a',
      'wg-l',
    ])
  })

  it('puts a group that never met before the oldest meeting and not at the newest', () => {
    expect(idsOf({ sort: 'meeting' })[0]).toBe('sig-z')
    expect(idsOf({ sort: 'meeting' }).at(-1)).toBe('wg-l')
  })
})

describe('the search for groups', () => {
  it.each([
    ['the name of a lead', 'ada', ['sig-b']],
    ['a former name', 'sig-old', ['wg-a']],
    ['an id', 'SIG-Z', ['sig-z']],
    ['nothing known', 'nobody', []],
  ])('finds by %s', (_, text, ids) => {
    expect(idsOf({ text })).toEqual(ids)
  })

  it('keeps to the kind and the status asked for', () => {
    expect(idsOf({ kinds: ['wg'], statuses: ['listed-only'] })).toEqual(['wg-l'])
  })
})

function idsOf(change: Partial<GroupFilter>): readonly string[] {
  return selectGroups(ROWS, { ...EVERY, ...change }).map(({ group }) => group.id)
}

function group(id: string, facts: Partial<Group>): Group {
  return {
    id,
    name: id,
    kind: id.startsWith('wg') ? 'wg' : 'sig',
    status: 'active',
    statusBasis: '',
    leads: [],
    isListed: true,
    meetings: 0,
    aliases: [],
    related: [],
    ...facts,
  }
}

const TIE = { group: '', confidence: 'high', evidence: [] } as const
const AEP = { number: 1, title: '', statusRaw: '', delivery: undefined, tie: TIE }

const ROWS: readonly GroupRow[] = [
  { group: group('wg-l', { status: 'listed-only' }), works: NO_WORKS },
  {
    group: group('wg-a', { aliases: ['sig-old (until 2024)'], lastMeeting: '2026-01-01' }),
    works: { ...NO_WORKS, aeps: [AEP, AEP] },
  },
  { group: group('sig-a', { status: 'dormant', lastMeeting: '2023-01-01' }), works: undefined },
  {
    group: group('sig-z', { lastMeeting: '2026-07-01' }),
    works: { ...NO_WORKS, aeps: [AEP] },
  },
  { group: group('sig-b', { leads: ['Ada'], lastMeeting: '2025-12-31' }), works: NO_WORKS },
]
