import { describe, expect, it } from 'vitest'
import { formatByteSize, formatHex } from './format-bytes.ts'

describe('formatByteSize', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [640, '640 bytes'],
    [20_480, '20.5 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [1_234_567_890, '1,234.6 MB'],
  ])('shows %s as %s', (size, text) => {
    expect(formatByteSize(size)).toBe(text)
  })
})

describe('formatHex', () => {
  it('keeps leading zeros', () => {
    expect(formatHex(new Uint8Array([0, 10, 255]))).toBe('000aff')
  })
})
