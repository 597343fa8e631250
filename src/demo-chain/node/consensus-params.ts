import type { JsonObject } from '../server/json.ts'
import { consensusHash } from './block-hashes.ts'
import { upperHex } from './seeded-bytes.ts'

const MAX_BYTES = 22_020_096n
const MAX_GAS = -1n

const PARAMS: JsonObject = {
  block: { max_bytes: String(MAX_BYTES), max_gas: String(MAX_GAS) },
  evidence: {
    max_age_num_blocks: '100000',
    max_age_duration: '172800000000000',
    max_bytes: '1048576',
  },
  validator: { pub_key_types: ['ed25519'] },
}

/** As `consensus_params` and a genesis have them; they never change on the demo chain. Values of steady/014. */
export const CONSENSUS_PARAMS: JsonObject = {
  ...PARAMS,
  version: { app: '0' },
  abci: { vote_extensions_enable_height: '0' },
}

/** As every block's results repeat them: zero values left out (steady/211). */
export const CONSENSUS_PARAM_UPDATES: JsonObject = { ...PARAMS, version: {}, abci: {} }

export const CONSENSUS_HASH = upperHex(consensusHash(MAX_BYTES, MAX_GAS))
