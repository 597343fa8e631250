import { describe, expect, it } from 'vitest'
import type { AskedQuery } from './refusals.ts'
import { hasState, refuse, resolveQuery } from './refusals.ts'

const PARAMS = '/cosmos.gov.v1.Query/Params'
const LIMITS = { latestState: 500n, earliestState: 400n, initialHeight: 100n }
const ABSENCES = {
  isUnknownPath: (path: string) => path.startsWith('/no.'),
  isUnknownStore: (store: string) => store === 'nope',
}

function refused(parts: Partial<AskedQuery>) {
  const asked = { path: PARAMS, data: Uint8Array.of(1), prove: false, askedHeight: 450n, ...parts }
  const answer = refuse(resolveQuery(asked, LIMITS.latestState), LIMITS, ABSENCES)
  if (answer === undefined) return undefined
  expect(answer).toMatchObject({ key: undefined, value: undefined, height: 0n })
  return `${answer.codespace} ${answer.code}: ${answer.log}`
}

describe('refuse', () => {
  it.each<[string, Partial<AskedQuery>, string]>([
    ['no path', { path: '' }, 'sdk 6: no query path provided: unknown request'],
    [
      'an unknown path',
      { path: '/no.such.Query/Thing' },
      'sdk 6: unknown query path: unknown request',
    ],
    [
      'a height below zero, before it is too low',
      { askedHeight: -1n },
      'sdk 18: cannot query with height < 0; please provide a valid height: invalid request',
    ],
    [
      'a height to come',
      { askedHeight: 501n },
      'sdk 26: cannot query with height in the future; please provide a valid height: invalid height',
    ],
    [
      'a pruned height',
      { askedHeight: 399n },
      'sdk 38: failed to load state at height 399; version mismatch on immutable IAVL tree; version does not exist. Version has either been pruned, or is for a future block height (latest height: 500): not found',
    ],
    [
      'a height before the chain',
      { askedHeight: 99n },
      'sdk 38: failed to load state at height 99; no commit info found (latest height: 500): not found',
    ],
    [
      'a proof at the first height, which no header vouches for',
      { askedHeight: 1n, prove: true },
      'sdk 18: cannot query with proof when height <= 1; please provide a valid height: invalid request',
    ],
    [
      'an unknown store',
      { path: '/store/nope/key' },
      'store 4: no such store: nope: unknown request',
    ],
    [
      'a store read of another kind',
      { path: '/store/gov/range/x' },
      'store 4: unexpected query path: /range/x: unknown request',
    ],
    [
      'a store read of no kind',
      { path: '/store/gov' },
      'store 4: unexpected query path: : unknown request',
    ],
    [
      'an empty key',
      { path: '/store/gov/key', data: new Uint8Array() },
      'store 3: query cannot be zero length: tx parse error',
    ],
    [
      'a proof of an empty key, in the words for a missing proof',
      { path: '/store/gov/key', data: new Uint8Array(), prove: true },
      'store 7: proof is unexpectedly empty; ensure height has not been pruned: invalid request',
    ],
    [
      'a proof of a pruned height',
      { path: '/store/gov/key', askedHeight: 399n, prove: true },
      'store 7: proof is unexpectedly empty; ensure height has not been pruned: invalid request',
    ],
    [
      'a proof at a height below zero',
      { path: '/store/gov/key', askedHeight: -1n, prove: true },
      'sdk 18: cannot query with proof when height <= 1; please provide a valid height: invalid request',
    ],
  ])('turns away %s', (_, parts, expected) => {
    expect(refused(parts)).toBe(expected)
  })

  it.each<[string, Partial<AskedQuery>]>([
    ['the latest state', { askedHeight: 0n }],
    ['the oldest state kept', { askedHeight: 400n }],
    ['the newest state', { askedHeight: 500n }],
    [
      'a key at a pruned height, which then has no value',
      { path: '/store/gov/key', askedHeight: 1n },
    ],
    ['a subspace with a proof, which it never has', { path: '/store/gov/subspace', prove: true }],
    ['the version at any height', { path: '/app/version', askedHeight: 9_999n }],
  ])('lets pass %s', (_, parts) => {
    expect(refused(parts)).toBeUndefined()
  })
})

describe('resolveQuery', () => {
  it('reads the latest state where no height is named, and tells that none was', () => {
    const asked = { path: PARAMS, data: new Uint8Array(), prove: false, askedHeight: 0n }
    expect(resolveQuery(asked, 500n)).toEqual({ ...asked, height: 500n })
    expect(resolveQuery({ ...asked, askedHeight: -3n }, 500n).height).toBe(-3n)
  })
})

describe('hasState', () => {
  it('includes both ends', () => {
    expect([399n, 400n, 500n, 501n].map((height) => hasState(height, LIMITS))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
