import type { ConsensusValidator } from '../chain/ledger.ts'
import { encodeBase64 } from '../server/bytes.ts'
import type { JsonObject } from '../server/json.ts'
import { seededBytes, upperHex } from './seeded-bytes.ts'

export function publicKeyJson(publicKey: Uint8Array): JsonObject {
  return { type: 'tendermint/PubKeyEd25519', value: encodeBase64(publicKey) }
}

/**
 * Validators of a height as `validators` and `dump_consensus_state` give them. The ledger chooses proposers by itself:
 * priorities only look like those of a real set, within twice the power of all.
 */
export function validatorsJson(
  validators: readonly ConsensusValidator[],
  totalPower: bigint,
  height: bigint,
): JsonObject[] {
  const mark = seededBytes('priority', height)
  const range = Number(totalPower)
  return validators.map(({ address, publicKey, power }, index) => {
    const fraction = ((address[0] ?? 0) * 256 + (mark[index % mark.length] ?? 0)) / 65_535
    return {
      address: upperHex(address),
      pub_key: publicKeyJson(publicKey),
      voting_power: String(power),
      proposer_priority: String(Math.trunc((fraction - 0.5) * range)),
    }
  })
}

/** Whole AKT. */
export function totalPowerOf(validators: readonly ConsensusValidator[]): bigint {
  return validators.reduce((sum, { power }) => sum + power, 0n)
}
