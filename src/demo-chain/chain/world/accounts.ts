import { encodeBech32 } from '../../server/bech32.ts'
import { sha256 } from '../../server/sha256.ts'

/** Of the governance module, which proposals act as. */
export const GOV_AUTHORITY = 'akash10d07y265gmmuvt4z0w9aw880jnsr700jhe7z0f'

/** Address of a wallet, of 20 bytes. */
export function formatAccount(bytes: Uint8Array): string {
  return encodeBech32('akash', bytes)
}

/** Address under which the owner of a wallet runs a validator. */
export function formatOperator(bytes: Uint8Array): string {
  return encodeBech32('akashvaloper', bytes)
}

/** Consensus address of an Ed25519 key: the first 20 bytes of its SHA-256. */
export function formatConsensusAddress(publicKey: Uint8Array): string {
  return encodeBech32('akashvalcons', sha256(publicKey).subarray(0, 20))
}
