import { decodeBech32, encodeBech32 } from '../server/bech32.ts'
import { encodeUtf8 } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'

const PREFIX = 'akash'

/** Address of a module's account: the first 20 bytes of the SHA-256 of its name (x/auth `NewModuleAddress`). */
function moduleAccount(name: string): string {
  const bytes = sha256(encodeUtf8(name)).subarray(0, 20)
  return encodeBech32(PREFIX, bytes)
}

export const FEE_COLLECTOR = moduleAccount('fee_collector')
export const GOV_ACCOUNT = moduleAccount('gov')
export const DISTRIBUTION_ACCOUNT = moduleAccount('distribution')
export const MINT_ACCOUNT = moduleAccount('mint')
export const BONDED_POOL = moduleAccount('bonded_tokens_pool')
export const NOT_BONDED_POOL = moduleAccount('not_bonded_tokens_pool')

/** The account of a validator's operator: the same bytes under another prefix. Undefined when the text is no address. */
export function accountOfOperator(operatorAddress: string): string | undefined {
  const bytes = decodeBech32(operatorAddress)?.bytes
  return bytes && encodeBech32(PREFIX, bytes)
}

/** A validator's address in consensus as the slashing module writes it. */
export function consensusAccount(address: Uint8Array): string {
  return encodeBech32(`${PREFIX}valcons`, address)
}
