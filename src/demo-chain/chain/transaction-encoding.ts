import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { Coin } from '../../chain/proto/generated/cosmos/base/v1beta1/coin.ts'
import { TxBody } from '../../chain/proto/generated/cosmos/tx/v1beta1/tx.ts'
import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { uakt } from './coins.ts'
import { seededBytes } from './seeded.ts'

/** What a signed transaction is made of. */
export interface SignedMessage {
  readonly message: Any
  readonly signer: string
  readonly sequence: number
  /** uakt */
  readonly fee: bigint
  readonly gasWanted: bigint
  readonly signature: Uint8Array
}

const SIGN_MODE_DIRECT = 1
const publicKeys = new Map<string, Uint8Array>()

/** `cosmos.tx.v1beta1.TxRaw`: 1 body, 2 auth info, 3 signatures; with one writer, for thousands are made at once. */
export function encodeTransaction(signed: SignedMessage): Uint8Array {
  const writer = new BinaryWriter()
  const body = {
    messages: [signed.message],
    memo: '',
    timeoutHeight: 0n,
    unordered: false,
    timeoutTimestamp: undefined,
    extensionOptions: [],
    nonCriticalExtensionOptions: [],
  }
  TxBody.encode(body, open(writer, 1)).join()
  writeAuthInfo(signed, open(writer, 2)).join()
  return writer
    .uint32((3 << 3) | 2)
    .bytes(signed.signature)
    .finish()
}

/** `AuthInfo`: 1 signer infos {1 public key, 2 mode info, 3 sequence}, 2 fee {1 amount, 2 gas limit}. */
function writeAuthInfo(signed: SignedMessage, writer: BinaryWriter): BinaryWriter {
  open(writer, 1)
  open(writer, 1)
    .uint32((1 << 3) | 2)
    .string('/cosmos.crypto.secp256k1.PubKey')
  open(writer, 2)
    .uint32((1 << 3) | 2)
    .bytes(publicKeyOf(signed.signer))
  writer.join().join()
  open(open(writer, 2), 1)
    .uint32(1 << 3)
    .int32(SIGN_MODE_DIRECT)
  writer.join().join()
  if (signed.sequence > 0) writer.uint32(3 << 3).uint64(signed.sequence)
  writer.join()
  open(writer, 2)
  for (const coin of uakt(signed.fee)) Coin.encode(coin, open(writer, 1)).join()
  return writer
    .uint32(2 << 3)
    .uint64(signed.gasWanted)
    .join()
}

/** Begins a message in a field. */
function open(writer: BinaryWriter, field: number): BinaryWriter {
  return writer.uint32((field << 3) | 2).fork()
}

/** A compressed point in form only; nobody holds the key. */
function publicKeyOf(signer: string): Uint8Array {
  const known = publicKeys.get(signer)
  if (known !== undefined) return known
  const key = seededBytes(`public key/${signer}`, 33)
  key[0] = 2 + ((key[0] ?? 0) & 1)
  publicKeys.set(signer, key)
  return key
}
