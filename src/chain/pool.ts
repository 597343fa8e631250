import { lastBytesOf } from './wire-field.ts'

/** `QueryPoolResponse.pool` and `Pool.bonded_tokens` of cosmos.staking.v1beta1. */
const POOL_FIELD = 1
const BONDED_TOKENS_FIELD = 2

/**
 * Base units bonded to validators, from a `QueryPoolResponse`; undefined when it does not say.
 * @throws {Error} on bytes that are no protobuf message
 */
export function decodeBondedTokens(response: Uint8Array): bigint | undefined {
  const pool = lastBytesOf(response, POOL_FIELD)
  const tokens = pool && lastBytesOf(pool, BONDED_TOKENS_FIELD)
  const text = tokens && new TextDecoder().decode(tokens)
  return text === undefined || !/^\d+$/.test(text) ? undefined : BigInt(text)
}
