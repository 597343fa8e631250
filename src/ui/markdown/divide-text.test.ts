import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideText } from './divide-text.ts'

describe('divideText', () => {
  it('divides at line breaks', () => {
    expect(divideText('aaa\nbbb\nccc', 7)).toEqual(['aaa\nbbb', 'ccc'])
  })

  it('divides a line that is too long, but no character', () => {
    expect(divideText('👩👩👩', 3)).toEqual(['👩', '👩', '👩'])
  })

  it('keeps every character but the line breaks it divides at', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 9 }),
        (text, length) => {
          return (
            divideText(text, length).join('').replaceAll('\n', '') === text.replaceAll('\n', '')
          )
        },
      ),
    )
  })
})
