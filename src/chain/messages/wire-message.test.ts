import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import { describe, expect, it } from 'vitest'
import { parseWireMessage } from './wire-message.ts'
import { integerOf, messageOf, textOf, valuesOf } from './wire-value.ts'

const VOTE = 'cosmos.gov.v1.MsgVote'
const UPGRADE = 'cosmos.upgrade.v1beta1.MsgSoftwareUpgrade'
const PIN = 'cosmwasm.wasm.v1.MsgPinCodes'

function write(fill: (writer: BinaryWriter) => void): Uint8Array {
  const writer = new BinaryWriter()
  fill(writer)
  return writer.finish()
}

function read(type: string, fill: (writer: BinaryWriter) => void) {
  const message = parseWireMessage(type, write(fill))
  if (message === undefined) throw new Error('malformed')
  return message
}

describe('parseWireMessage', () => {
  it('reads scalars by their official names', () => {
    const vote = read(VOTE, (writer) => {
      writer.uint32(8).uint64(353n).uint32(18).string('akash1a').uint32(24).int32(4)
    })
    expect(integerOf(vote, 'proposal_id')).toBe(353n)
    expect(textOf(vote, 'voter')).toBe('akash1a')
    expect(integerOf(vote, 'option')).toBe(4n)
    expect(valuesOf(vote, 'metadata')).toEqual([])
  })

  it('takes the last of a single field that occurs twice, as protobuf does', () => {
    const vote = read(VOTE, (writer) => writer.uint32(8).uint64(1n).uint32(8).uint64(2n))
    expect(valuesOf(vote, 'proposal_id')).toEqual([2n])
  })

  it('merges a message that occurs twice, as the chain does', () => {
    const upgrade = read(UPGRADE, (writer) => {
      writer.uint32(18).fork().uint32(10).string('v9').join()
      writer.uint32(18).fork().uint32(24).int64(7n).join()
    })
    const plan = messageOf(upgrade, 'plan')
    expect(plan && textOf(plan, 'name')).toBe('v9')
    expect(plan && integerOf(plan, 'height')).toBe(7n)
  })

  it('reads lists of numbers packed and unpacked', () => {
    const packed = read(PIN, (writer) => writer.uint32(18).fork().uint64(1n).uint64(300n).join())
    const unpacked = read(PIN, (writer) => writer.uint32(16).uint64(1n).uint32(16).uint64(300n))
    expect(valuesOf(packed, 'code_ids')).toEqual([1n, 300n])
    expect(valuesOf(unpacked, 'code_ids')).toEqual([1n, 300n])
  })

  it('keeps negative numbers', () => {
    const block = read('tendermint.types.BlockParams', (writer) => writer.uint32(16).int64(-1n))
    expect(integerOf(block, 'max_gas')).toBe(-1n)
  })

  it('keeps fields it does not know, of every wire type', () => {
    const vote = read(VOTE, (writer) => {
      writer.uint32(8).uint64(1n)
      writer.tag(17, WireType.LengthDelimited).string('new')
      writer.tag(18, WireType.Varint).uint32(300)
      writer.tag(19, WireType.Bit32).fixed32(1)
      writer.tag(20, WireType.Bit64).fixed64(2n)
    })
    expect(vote.unknown).toEqual([
      { number: 17, bytes: new TextEncoder().encode('new') },
      { number: 18, bytes: Uint8Array.of(0xac, 0x02) },
      { number: 19, bytes: Uint8Array.of(1, 0, 0, 0) },
      { number: 20, bytes: Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0) },
    ])
  })

  it('keeps the bytes of text that is not UTF-8', () => {
    const vote = read(VOTE, (writer) => writer.uint32(18).bytes(Uint8Array.of(0xff, 0xfe)))
    expect(valuesOf(vote, 'voter')).toEqual([Uint8Array.of(0xff, 0xfe)])
  })

  it.each([
    ['is cut short in a text', Uint8Array.of(18, 5, 97)],
    ['is cut short in a number', Uint8Array.of(8, 0x80)],
    ['is cut short in an unknown number', Uint8Array.of(0x88, 0x01, 0x80)],
    ['is cut short after a tag', Uint8Array.of(8)],
    ['has a known field of another wire type', Uint8Array.of(10, 1, 97)],
    ['has a text field written as a number', Uint8Array.of(16, 1)],
    ['has field number 0', Uint8Array.of(0, 0)],
    ['has a number longer than ten bytes', Uint8Array.of(8, ...Array(11).fill(0xff), 1)],
  ])('refuses bytes whose message %s', (_, bytes) => {
    expect(parseWireMessage(VOTE, bytes)).toBeUndefined()
  })

  it('refuses a message with a broken one inside', () => {
    expect(parseWireMessage(UPGRADE, Uint8Array.of(18, 2, 10, 9))).toBeUndefined()
  })

  it.each(['', 'constructor', '__proto__', 'cosmos.gov.v1.MsgNobodyKnows'])(
    'knows no type %j',
    (type) => expect(parseWireMessage(type, new Uint8Array())).toBeUndefined(),
  )
})
