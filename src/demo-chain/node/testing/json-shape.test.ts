import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../server/json.ts'
import { compareShapes } from './json-shape.ts'

const HASH = 'AB'.repeat(32)
const recorded: JsonObject = {
  height: '5',
  time: '2026-11-21T03:05:24.593682463Z',
  hash: HASH,
  txs: null,
  events: [
    { key: 'a', index: true },
    { key: 'a', index: true, value: '' },
  ],
}

describe('forms of answers', () => {
  it('are the same whatever the values', () => {
    const given: Json = {
      height: '-77',
      time: '2020-01-01T00:00:00Z',
      hash: 'CD'.repeat(32),
      txs: null,
      events: [{ key: 'b', index: false }],
    }
    expect(compareShapes(recorded, given)).toEqual([])
    expect(compareShapes(recorded, { ...given, events: [] })).toEqual([])
  })

  it.each<[string, JsonObject, string[]]>([
    ['a number for its text', { height: 5 }, ['.height: recorded integer text, given number']],
    ['no height', { height: '' }, ['.height: recorded integer text, given empty text']],
    ['a list for null', { txs: [] }, ['.txs: recorded null, given list']],
    ['lower-case hex', { hash: HASH.toLowerCase() }, ['.hash: recorded hash, given text']],
    ['a local time', { time: '2026-11-21 03:05' }, ['.time: recorded time, given text']],
    ['a field of its own', { extra: 1 }, ['.extra: not in the recording']],
    [
      'an element like none of the recorded',
      { events: [{ key: 'a' }] },
      ['.events[].index: missing'],
    ],
  ])('differ by %s', (_, change, differences) => {
    expect(compareShapes(recorded, { ...recorded, ...change })).toEqual(differences)
  })

  it('differ by the order of fields and by a missing one, except where anything goes', () => {
    expect(compareShapes({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([': order b a'])
    expect(compareShapes({ a: { b: 1 } }, { a: {} })).toEqual(['.a.b: missing'])
    expect(compareShapes({ a: { b: 1 } }, { a: {} }, (path) => path === '.a')).toEqual([])
  })
})
