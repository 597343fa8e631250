import { bech32 } from '@scure/base'
import type { Coin } from './coin.ts'
import type { Dec } from './decimal.ts'
import type { Validator } from './validator.ts'

/** A validator as its own page shows it. */
export interface ValidatorProfile extends Validator {
  /** Text by strangers. */
  readonly details: string
  /** Share of its delegators' rewards it keeps; undefined where the chain says none. */
  readonly commissionRate: Dec | undefined
  readonly maxCommissionRate: Dec | undefined
}

/** What an account has delegated to one validator. */
export interface Stake {
  readonly operatorAddress: string
  /** Worth of its shares at the height it was read. */
  readonly balance: Coin
}

/** The operator address with the bytes of an account; undefined when the text is no address. */
export function operatorAddressOf(account: string): string | undefined {
  const decoded = bech32.decodeUnsafe(account, false)
  if (decoded === undefined) return undefined
  return bech32.encode(`${decoded.prefix}valoper`, decoded.words, false)
}

/** A consensus address (`…valcons1…`) as headers and commits write it: upper-case hex. */
export function consensusHexOf(consensusAddress: string): string | undefined {
  const decoded = bech32.decodeUnsafe(consensusAddress, false)
  const bytes = decoded === undefined ? undefined : bech32.fromWordsUnsafe(decoded.words)
  if (bytes === undefined) return undefined
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}
