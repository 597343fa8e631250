import { BinaryWriter } from '@bufbuild/protobuf/wire'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecentMessages, WireError, WireReader } from './wire-reader.ts'

const TEXT_1 = 10
const VARINT_1 = 8

/** What `read` makes of field 1 of a message. */
function readFirst<T>(bytes: Uint8Array, read: (wire: WireReader) => T): T {
  const wire = new WireReader(bytes)
  expect(wire.next()).toBe(1)
  const value = read(wire)
  expect(wire.next()).toBe(0)
  return value
}

const textField = (text: string) => new BinaryWriter().uint32(TEXT_1).string(text).finish()

describe('WireReader', () => {
  it('reads every number that a writer writes', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        (uint64, int64, uint32, int32) => {
          const of = (write: (writer: BinaryWriter) => BinaryWriter) =>
            write(new BinaryWriter().uint32(VARINT_1)).finish()
          expect(
            readFirst(
              of((to) => to.uint64(uint64)),
              (wire) => wire.uint64(),
            ),
          ).toBe(uint64)
          expect(
            readFirst(
              of((to) => to.int64(int64)),
              (wire) => wire.int64(),
            ),
          ).toBe(int64)
          expect(
            readFirst(
              of((to) => to.uint32(uint32)),
              (wire) => wire.uint32(),
            ),
          ).toBe(uint32)
          expect(
            readFirst(
              of((to) => to.int32(int32)),
              (wire) => wire.int32(),
            ),
          ).toBe(int32)
        },
      ),
    )
  })

  it('reads every text as it is, also one that it read before, and one that shares its place', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 })), (texts) => {
        for (const text of [...texts, ...texts]) {
          expect(readFirst(textField(text), (wire) => wire.text())).toBe(text)
        }
      }),
    )
    for (let number = 0; number < 10_000; number++) {
      const text = `akash1${number}`
      expect(readFirst(textField(text), (wire) => wire.text())).toBe(text)
    }
  })

  it('reads decimals to their last digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 99n), max: 10n ** 99n }), (value) => {
        expect(readFirst(textField(value.toString()), (wire) => wire.decimal())).toBe(value)
      }),
    )
  })

  it('keeps noughts within a decimal, and takes those before it for nothing', () => {
    const read = (text: string) => readFirst(textField(text), (wire) => wire.decimal())
    expect(read(`1${'0'.repeat(30)}`)).toBe(10n ** 30n)
    expect(read(`${'0'.repeat(31)}7`)).toBe(7n)
    expect(read('-0')).toBe(0n)
  })

  it.each(['', '-', '1.5', '1e9', ' 1', '+1', '--1', '١', '9'.repeat(101)])(
    'takes %j for no number',
    (text) => {
      expect(readFirst(textField(text), (wire) => wire.decimal())).toBeUndefined()
    },
  )

  it('takes nothing for what it is told that nothing stands for', () => {
    expect(readFirst(textField(''), (wire) => wire.decimal(0n))).toBe(0n)
    expect(readFirst(textField('-'), (wire) => wire.decimal(0n))).toBeUndefined()
  })

  it.each([
    ['a number of eleven bytes', [8, ...Array(10).fill(0xff), 1]],
    ['a number that the message ends in', [8, 0x80]],
    ['a text longer than the message', [10, 5, 97]],
    ['a field without a number', [0]],
    ['a group', [11]],
    ['eight bytes that are fewer', [9, 1, 2, 3]],
    ['four bytes that are fewer', [13, 1]],
  ])('refuses %s, also where it skips', (_, bytes) => {
    expect(() => {
      const wire = new WireReader(Uint8Array.from(bytes))
      while (wire.next() !== 0) wire.skip()
    }).toThrow(WireError)
  })

  it('refuses a field of another kind than it is asked for', () => {
    const number = new BinaryWriter().uint32(VARINT_1).uint32(3).finish()
    expect(() => readFirst(number, (wire) => wire.text())).toThrow(WireError)
    expect(() => readFirst(textField('a'), (wire) => wire.uint64())).toThrow(
      new WireError('A field is of another kind than it should be.'),
    )
  })

  it('does not read past the end of a message within another', () => {
    // Field 1: two bytes, which begin a text of five; field 2 comes behind.
    const bytes = Uint8Array.from([10, 2, 10, 5, 18, 3, 97, 98, 99])
    expect(() =>
      readFirst(bytes, (wire) => wire.message((inner) => [inner.next(), inner.text()])),
    ).toThrow(new WireError('The message ends too early.'))
  })

  it('reads a message that comes again once, and every other for itself', () => {
    const recent = createRecentMessages<{ readonly text: string }>()
    let reads = 0
    const readText = (wire: WireReader) => {
      reads++
      wire.next()
      return { text: wire.text() }
    }
    const read = (text: string) => {
      const message = new BinaryWriter().uint32(TEXT_1).bytes(textField(text))
      const wire = new WireReader(message.uint32(VARINT_1).uint32(7).finish())
      wire.next()
      const value = wire.recurring(recent, readText)
      // Whatever it was known by, the reader stands behind it.
      expect([wire.next(), wire.uint32(), wire.next()]).toEqual([1, 7, 0])
      return value
    }
    expect(read('a')).toBe(read('a'))
    expect(reads).toBe(1)
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 600 })), (texts) => {
        for (const text of [...texts, ...texts]) expect(read(text)).toEqual({ text })
      }),
    )
    // More than there are places for.
    for (let number = 0; number < 10_000; number++) {
      expect(read(`offer ${number}`)).toEqual({ text: `offer ${number}` })
    }
  })

  it('does not keep what could not be read', () => {
    const recent = createRecentMessages<string>()
    const read = () =>
      readFirst(textField('cut'), (wire) => wire.recurring(recent, (inner) => inner.text()))
    expect(read).toThrow(WireError)
    expect(read).toThrow(WireError)
    expect(recent.some((kept) => kept !== undefined)).toBe(false)
  })

  it('passes over fields of every kind', () => {
    const writer = new BinaryWriter().uint32(16).uint64(2n ** 63n)
    const bytes = writer.uint32(25).fixed64(1n).uint32(37).fixed32(1).uint32(42).string('a')
    const wire = new WireReader(bytes.uint32(VARINT_1).uint32(7).finish())
    const seen: number[] = []
    for (let field = wire.next(); field !== 0; field = wire.next()) {
      seen.push(field)
      if (field === 1) expect(wire.uint32()).toBe(7)
      else wire.skip()
    }
    expect(seen).toEqual([2, 3, 4, 5, 1])
  })
})
