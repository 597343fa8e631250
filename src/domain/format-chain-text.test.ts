import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText, isBlankText, sanitizeChainText } from './format-chain-text.ts'

describe('sanitizeChainText', () => {
  it('shows an override instead of letting it turn the text around', () => {
    expect(sanitizeChainText('safe\u202egpj.exe')).toBe('safe‹U+202E›gpj.exe')
  })

  it.each([
    ['\u0000', '‹U+0000›'],
    ['\u001b', '‹U+001B›'],
    ['\u0085', '‹U+0085›'],
    ['\u200b', '‹U+200B›'],
    ['\u2066', '‹U+2066›'],
    ['\u2069', '‹U+2069›'],
    ['\ufeff', '‹U+FEFF›'],
    ['\u00ad', '‹U+00AD›'],
    ['\u3164', '‹U+3164›'],
    ['\u{e0041}', '‹U+E0041›'],
    ['\ud800', '‹U+D800›'],
  ])('makes the invisible character in row %# visible', (character, text) => {
    expect(sanitizeChainText(`a${character}b`)).toBe(`a${text}b`)
  })

  it.each([
    'مرحبا بالعالم',
    'שלום עולם',
    '漢字かな',
    'Ünïcödé',
    'می\u200cخواهم',
    'क्\u200dष',
    '👩\u200d🔬',
    '❤\ufe0f\u200d🔥',
    '🏳\ufe0f\u200d🌈',
    '👩🏽\u200d🚀',
  ])('leaves letters of every script and whole emoji alone: %s', (text) => {
    expect(sanitizeChainText(text)).toBe(text)
  })

  it('marks a joiner that joins nothing, as it only makes two names look alike', () => {
    expect(sanitizeChainText('aka\u200dsh')).toBe('aka‹U+200D›sh')
  })

  it('joins lines in a heading and keeps them in a block', () => {
    expect(sanitizeChainText('a\r\nb\tc')).toBe('a b c')
    expect(sanitizeChainText('a\r\nb\tc', 'keep')).toBe('a\nb\tc')
  })

  it('cuts piles of combining marks, which would paint over the lines around them', () => {
    expect(sanitizeChainText(`a${'\u0301'.repeat(30)}`)).toBe(
      `a${'\u0301'.repeat(8)}‹22 more marks›`,
    )
  })

  it('lets no override, isolate or control through, whatever surrounds it', () => {
    const odd = fc.constantFrom(
      '\u202e',
      '\u2067',
      '\u200b',
      '\u200d',
      '\u0007',
      'ا',
      'x',
      '👩',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(odd), (parts) => {
        const text = sanitizeChainText(parts.join(''))
        return !/[\u202a-\u202e\u2066-\u2069\u200b]/.test(text) && !text.includes('\u0007')
      }),
    )
  })
})

describe('isBlankText', () => {
  it('takes a text of invisible characters for blank', () => {
    expect(isBlankText(' \u200b\u3164\n')).toBe(true)
    expect(isBlankText(' x ')).toBe(false)
  })
})

describe('cutText', () => {
  it('cuts between characters, not inside one', () => {
    expect(cutText('👩👩👩', 2)).toBe('👩👩')
  })

  it('leaves alone what is short enough', () => {
    expect(cutText('👩👩', 2)).toBeUndefined()
    expect(cutText('abc', 3)).toBeUndefined()
  })
})
