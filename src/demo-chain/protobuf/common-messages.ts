import type { Coin } from '../../chain/proto/generated/cosmos/base/v1beta1/coin.ts'
import type { PubKey } from '../../chain/proto/generated/cosmos/crypto/ed25519/keys.ts'
import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import type { Duration } from '../../chain/proto/generated/google/protobuf/duration.ts'
import type { Timestamp } from '../../chain/proto/generated/google/protobuf/timestamp.ts'
import { bytes, describeMessage, integer, text } from './message-writer.ts'

export const ANY = describeMessage<Any>({ typeUrl: text, value: bytes })
export const COIN = describeMessage<Coin>({ denom: text, amount: text })
export const DURATION = describeMessage<Duration>({ seconds: integer, nanos: integer })
export const TIMESTAMP = describeMessage<Timestamp>({ seconds: integer, nanos: integer })

/** Of Ed25519 as of secp256k1. */
export const PUB_KEY = describeMessage<PubKey>({ key: bytes })
