import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { Proposal } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import {
  bigEndian64,
  compareBytes,
  decodeHex,
  encodeHex,
  encodeUtf8,
  startsWithBytes,
} from '../server/bytes.ts'
import { createAsk, refusalText } from './testing/ask.ts'
import { SMALL_WORLD } from './testing/small-world.ts'
import { allBytes, lastBytes, readFields } from './wire-fields.ts'

const ask = createAsk(SMALL_WORLD)
const bytes = (hex: string): Uint8Array => decodeHex(hex.replaceAll(' ', ''))
const twenty = (byte: number): string => encodeHex(new Uint8Array(20).fill(byte))

interface Pair {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

function pairsOf(store: string, prefix: Uint8Array): Pair[] {
  const answer = ask(`/store/${store}/subspace`, prefix)
  expect(answer).toMatchObject({ code: 0, codespace: '', key: prefix, height: 200n })
  return allBytes(readFields(answer.value ?? new Uint8Array()), 1).map((pair) => {
    const fields = readFields(pair)
    return {
      key: lastBytes(fields, 1) ?? new Uint8Array(),
      value: lastBytes(fields, 2) ?? new Uint8Array(),
    }
  })
}

function read(store: string, key: Uint8Array): string | undefined {
  const answer = ask(`/store/${store}/key`, key)
  expect(answer).toMatchObject({ code: 0, codespace: '', log: '', key, height: 200n })
  return answer.value && encodeHex(answer.value)
}

/** Every part of every store, and how many pairs the small world has there. */
const PARTS: readonly (readonly [store: string, part: number, count: number])[] = [
  ['gov', 0x00, 3],
  ['gov', 0x01, 1],
  ['gov', 0x02, 1],
  ['gov', 0x03, 1],
  ['gov', 0x04, 1],
  ['gov', 0x10, 2],
  ['gov', 0x20, 2],
  ['gov', 0x30, 1],
  ['gov', 0x31, 1],
  ['staking', 0x11, 1],
  ['staking', 0x12, 1],
  ['staking', 0x21, 2],
  ['staking', 0x22, 2],
  ['staking', 0x31, 3],
  ['staking', 0x32, 0],
  ['staking', 0x51, 1],
  ['staking', 0x71, 3],
  ['slashing', 0x00, 1],
  ['slashing', 0x01, 2],
  ['upgrade', 0x00, 1],
  ['upgrade', 0x01, 2],
  ['upgrade', 0x02, 2],
]

describe('a subspace', () => {
  it.each(PARTS)(
    'of %s under %i holds %i pairs, ascending, each of which its key finds',
    (store, part, count) => {
      const pairs = pairsOf(store, Uint8Array.of(part))
      expect(pairs).toHaveLength(count)
      const keys = pairs.map(({ key }) => key)
      expect([...keys].sort(compareBytes)).toEqual(keys)
      for (const { key, value } of pairs) {
        expect(read(store, key)).toBe(encodeHex(value))
        expect(read(store, Uint8Array.of(...key, 0))).toBeUndefined()
      }
    },
  )

  it('of any longer prefix holds just the pairs whose keys begin with it', () => {
    for (const [store, part] of PARTS) {
      const all = pairsOf(store, Uint8Array.of(part))
      const longest = all.at(-1)?.key ?? Uint8Array.of(part)
      for (let length = 1; length <= longest.length; length++) {
        const prefix = longest.slice(0, length)
        expect(pairsOf(store, prefix)).toEqual(
          all.filter(({ key }) => startsWithBytes(key, prefix)),
        )
      }
    }
  })

  it('shows the newest state with the height that was asked for, as a node does', () => {
    const answer = ask('/store/upgrade/subspace', Uint8Array.of(0), 3n)
    expect(answer).toMatchObject({ code: 0, height: 3n })
    expect(answer.value?.length).toBeGreaterThan(0)
  })
})

describe('a key', () => {
  it.each([
    [
      'gov',
      '00 0000000000000002',
      encodeHex(
        Proposal.encode(SMALL_WORLD.proposals?.[1] ?? Proposal.decode(new Uint8Array())).finish(),
      ),
    ],
    ['gov', '03', '0000000000000004'],
    ['gov', '04 0000000000000002', '01'],
    [
      'gov',
      `01 ${encodeHex(encodeUtf8('2026-09-21T15:13:20.000000000'))} 0000000000000002`,
      '0000000000000002',
    ],
    [
      'gov',
      `02 ${encodeHex(encodeUtf8('2026-09-21T14:13:20.000000005'))} 0000000000000003`,
      '0000000000000003',
    ],
    ['gov', '31', encodeHex(encodeUtf8('Be kind.'))],
    ['staking', `11 14 ${twenty(1)}`, '0802'],
    ['staking', '12', '0a0132'],
    ['staking', `71 14 ${twenty(2)} ${twenty(3)}`, ''],
    ['upgrade', `01 ${encodeHex(bigEndian64(120n))} ${encodeHex(encodeUtf8('v2'))}`, '01'],
    ['upgrade', `02 ${encodeHex(encodeUtf8('gov'))}`, '0000000000000005'],
  ])('of %s lies where the module puts it: %s', (store, key, value) => {
    expect(read(store, bytes(key))).toBe(value)
  })

  it('leads from a consensus address to the operator', () => {
    const consensus = sha256(new Uint8Array(32).fill(2)).subarray(0, 20)
    expect(read('staking', bytes(`22 14 ${encodeHex(consensus)}`))).toBe(twenty(2))
  })

  it('under which nothing lies has no value', () => {
    expect(read('gov', bytes('00 0000000000000009'))).toBeUndefined()
    expect(read('gov', bytes(`20 0000000000000001 14 ${twenty(1)}`))).toBeUndefined()
    expect(read('upgrade', bytes('7f'))).toBeUndefined()
  })

  it('of a state the node does not have is none, and the node says so', () => {
    expect(ask('/store/gov/key', Uint8Array.of(0x30), 149n)).toEqual({
      code: 0,
      codespace: '',
      log: 'version does not exist',
      key: Uint8Array.of(0x30),
      value: undefined,
      height: 149n,
    })
  })
})

describe('a store the chain does not have', () => {
  it.each(['market', 'bank', 'mint', 'nope'])('%s is refused', (store) => {
    expect(refusalText(ask(`/store/${store}/key`, Uint8Array.of(0)))).toBe(
      `store 4: no such store: ${store}: unknown request`,
    )
  })
})
