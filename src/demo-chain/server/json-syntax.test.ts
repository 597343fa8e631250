import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeJsonError } from './json-syntax.ts'

describe('describeJsonError', () => {
  it.each([
    // Recorded: steady/264 and steady/276.
    ['{"jsonrpc":"2.0",', 'unexpected end of JSON input'],
    ['/cosmos.gov.v1.Query/Params', "invalid character '/' looking for beginning of value"],
    // Go 1.2x encoding/json scanner.go.
    ['', 'unexpected end of JSON input'],
    ['<html>', "invalid character '<' looking for beginning of value"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b"', "invalid character '\"' after object key:value pair"],
    ['{a', "invalid character 'a' looking for beginning of object key string"],
    ['[1 2]', "invalid character '2' after array element"],
    ['{} x', "invalid character 'x' after top-level value"],
    ['tru!', "invalid character '!' in literal true (expecting 'e')"],
    ['"a\nb"', "invalid character '\\n' in string literal"],
    ['"\\q"', "invalid character 'q' in string escape code"],
    ['1.x', "invalid character 'x' after decimal point in numeric literal"],
    ['-', 'unexpected end of JSON input'],
    ["'", "invalid character '\\'' looking for beginning of value"],
  ])('says of %j what a node says', (text, message) => {
    expect(describeJsonError(text)).toBe(message)
  })

  it('finds nothing in JSON, and something in every JSON cut short', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const text = JSON.stringify({ value })
        expect(describeJsonError(text)).toBeUndefined()
        expect(describeJsonError(text.slice(0, cut % text.length))).toBe(
          'unexpected end of JSON input',
        )
      }),
    )
  })
})
