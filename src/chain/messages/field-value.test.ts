import { describe, expect, it } from 'vitest'
import { findFieldKind } from './field-kinds.ts'
import { toScalarValue } from './field-value.ts'

const ACCOUNT = 'akash10d07y265gmmuvt4z0w9aw880jnsr700jhe7z0f'
const ascii = (text: string) => new TextEncoder().encode(text)

describe('toScalarValue', () => {
  it.each([
    ['an address', ACCOUNT, { kind: 'address', address: ACCOUNT }],
    ['a link', 'https://example.org/a', { kind: 'link', text: 'https://example.org/a' }],
    ['a script as text', 'javascript:alert(1)', { kind: 'text', text: 'javascript:alert(1)' }],
    ['JSON as a block', '{"a":1}', { kind: 'block', text: '{"a":1}' }],
    ['several lines as a block', 'a\nb', { kind: 'block', text: 'a\nb' }],
    ['a long text as a block', 'a'.repeat(121), { kind: 'block', text: 'a'.repeat(121) }],
    ['a short text', 'v2.2.0', { kind: 'text', text: 'v2.2.0' }],
  ])('tells %s by its form', (_, text, value) => {
    expect(toScalarValue('string', undefined, text)).toEqual(value)
  })

  it.each([
    ['50000000000000000', '0.05'],
    ['1000000000000000000', '1'],
    ['-250000000000000000', '-0.25'],
    ['10000000000000000000', '10'],
  ])('moves the point of the LegacyDec %s', (text, decimal) => {
    expect(toScalarValue('string', 'scaled', text)).toEqual({ kind: 'decimal', text: decimal })
    expect(toScalarValue('bytes', 'scaled', ascii(text))).toEqual({
      kind: 'decimal',
      text: decimal,
    })
  })

  it('takes plain decimals as they are, but for zeros at the end', () => {
    expect(toScalarValue('string', 'decimal', '0.334000000000000000')).toEqual({
      kind: 'decimal',
      text: '0.334',
    })
  })

  it('shows a text that does not fit its kind as the text it is', () => {
    expect(toScalarValue('string', 'scaled', '0.05')).toEqual({ kind: 'text', text: '0.05' })
    expect(toScalarValue('string', 'number', 'many')).toEqual({ kind: 'text', text: 'many' })
    expect(toScalarValue('bytes', 'text', Uint8Array.of(0xff))).toEqual({
      kind: 'bytes',
      bytes: Uint8Array.of(0xff),
    })
  })

  it('names enum values officially, and shows a number no name exists for', () => {
    const type = 'cosmos.gov.v1.VoteOption'
    expect(toScalarValue(type, undefined, 4n)).toEqual({
      kind: 'text',
      text: 'VOTE_OPTION_NO_WITH_VETO',
    })
    expect(toScalarValue(type, undefined, 9n)).toEqual({ kind: 'text', text: '9' })
  })

  it('reads times given as a number, zero meaning none', () => {
    const value = toScalarValue('uint64', 'nanoseconds', 1_700_000_000_123_456_789n)
    expect(value.kind === 'time' && value.time.toISOString()).toBe('2023-11-14T22:13:20.123456789Z')
    expect(toScalarValue('uint64', 'nanoseconds', 0n)).toEqual({ kind: 'integer', value: 0n })
    expect(toScalarValue('int64', 'seconds', 2n ** 62n)).toEqual({
      kind: 'integer',
      value: 2n ** 62n,
    })
  })

  it('knows heights from other numbers', () => {
    const kind = findFieldKind('cosmos.upgrade.v1beta1.Plan', 'height')
    expect(toScalarValue('int64', kind, 5n)).toEqual({ kind: 'height', height: 5n })
    expect(findFieldKind('constructor', 'name')).toBeUndefined()
  })
})
