import { join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConsensusValidator } from '../chain/ledger.ts'
import { loadScene } from '../replay/load-scene.ts'
import { readRecordedCalls } from '../replay/recorded-call.ts'
import { concatBytes, parseBase64 } from '../server/bytes.ts'
import type { Json } from '../server/json.ts'
import { jsonAt } from '../server/json.ts'
import {
  blockHash,
  dataHash,
  heightOfBlockHash,
  resultsHash,
  validatorsHash,
} from './block-hashes.ts'
import { CONSENSUS_HASH } from './consensus-params.ts'
import { leafHash, merkleAunts, merkleRoot } from './merkle.ts'
import { upperHex } from './seeded-bytes.ts'

const scene = await loadScene(join(import.meta.dirname, '../../../test/recordings/steady'))
const calls = scene.answers.flatMap(readRecordedCalls)

function recorded(method: string, params: Json): Json {
  const found = calls.find(
    ({ call }) =>
      call.method === method &&
      call.origin.kind === 'json' &&
      JSON.stringify(call.origin.params) === JSON.stringify(params),
  )
  return found?.result ?? null
}

/** Base64 at a path; of the value itself without one. */
function bytesAt(value: Json, ...path: (string | number)[]): Uint8Array {
  return parseBase64(String(jsonAt(value, ...path) ?? '')) ?? new Uint8Array()
}

function listAt(value: Json, ...path: (string | number)[]): readonly Json[] {
  const list = jsonAt(value, ...path)
  return Array.isArray(list) ? list : []
}

describe('hashes of a header, against those of the recorded node', () => {
  const block = recorded('block', { height: '27400200' })
  const txs = listAt(block, 'block', 'data', 'txs').map((tx) => sha256(bytesAt(tx)))

  it('hash the transactions of a block as it does, and prove one of them', () => {
    expect(txs).toHaveLength(45)
    expect(upperHex(dataHash(txs.map((hash) => ({ hash }))))).toBe(
      jsonAt(block, 'block', 'header', 'data_hash'),
    )
    const proven = calls.find(({ call }) => call.method === 'tx' && call.args.prove === true)
    const proof = jsonAt(proven?.result, 'proof', 'proof') ?? null
    expect(merkleAunts(txs, 0)).toEqual(
      listAt(proof, 'aunts').map((aunt) => Uint8Array.from(bytesAt(aunt))),
    )
  })

  it('hash the results of the block before, which were one transaction', () => {
    const search = recorded('tx_search', {
      query: "submit_proposal.proposal_id='353'",
      prove: false,
      page: '1',
      per_page: '30',
      order_by: 'asc',
    })
    const result = jsonAt(search, 'txs', 0, 'tx_result') ?? null
    const hash = resultsHash([
      {
        code: 0,
        data: bytesAt(result, 'data'),
        gasWanted: BigInt(String(jsonAt(result, 'gas_wanted'))),
        gasUsed: BigInt(String(jsonAt(result, 'gas_used'))),
      },
    ])
    expect(upperHex(hash)).toBe(jsonAt(block, 'block', 'header', 'last_results_hash'))
  })

  it('hash the validators and the parameters of consensus', () => {
    const answer = recorded('validators', { height: '27400495', page: '1', per_page: '100' })
    const validators = listAt(answer, 'validators').map(
      (one): ConsensusValidator => ({
        address: new Uint8Array(),
        publicKey: bytesAt(one, 'pub_key', 'value'),
        power: BigInt(String(jsonAt(one, 'voting_power'))),
        operatorAddress: '',
      }),
    )
    expect(upperHex(validatorsHash(validators))).toBe(
      jsonAt(block, 'block', 'header', 'validators_hash'),
    )
    expect(CONSENSUS_HASH).toBe(jsonAt(block, 'block', 'header', 'consensus_hash'))
  })
})

describe('hash of a block', () => {
  it('leads back to its height on its own chain, and on no other', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (height) => {
        const hash = blockHash('skydemo-1', height)
        expect(hash).toHaveLength(32)
        expect(heightOfBlockHash('skydemo-1', hash)).toBe(height)
        expect(heightOfBlockHash('skydemo-2', hash)).toBeUndefined()
      }),
    )
  })
})

describe('proofs of a leaf', () => {
  it('lead from any leaf to the root', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (length, pick) => {
        const leaves = Array.from({ length }, (_, at) => Uint8Array.of(at))
        const index = pick % length
        const aunts = merkleAunts(leaves, index)
        expect(climb(leafHash(Uint8Array.of(index)), index, length, aunts)).toEqual(
          merkleRoot(leaves),
        )
      }),
    )
  })
})

/** What a client computes: CometBFT crypto/merkle/proof.go computeHashFromAunts. */
function climb(
  hash: Uint8Array,
  index: number,
  total: number,
  aunts: readonly Uint8Array[],
): Uint8Array {
  if (total === 1) return hash
  let split = 1
  while (split * 2 < total) split *= 2
  const aunt = aunts.at(-1) ?? new Uint8Array()
  const below = aunts.slice(0, -1)
  const [left, right] =
    index < split
      ? [climb(hash, index, split, below), aunt]
      : [aunt, climb(hash, index - split, total - split, below)]
  return sha256(concatBytes(Uint8Array.of(1), left, right))
}
