import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { PUB_KEY } from '../protobuf/common-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { SIGNED_TX } from '../protobuf/transaction-messages.ts'
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
const publicKeys = new Map<string, Any>()

/** `cosmos.tx.v1beta1.TxRaw` */
export function encodeTransaction(signed: SignedMessage): Uint8Array {
  const { message, signer, sequence, fee, gasWanted, signature } = signed
  return encodeProto(SIGNED_TX, {
    body: { messages: [message] },
    authInfo: {
      signerInfo: {
        publicKey: publicKeyOf(signer),
        modeInfo: { single: { mode: SIGN_MODE_DIRECT } },
        sequence,
      },
      fee: { amount: uakt(fee), gasLimit: gasWanted },
    },
    signature,
  })
}

/** A compressed point in form only; nobody holds the key. */
function publicKeyOf(signer: string): Any {
  const known = publicKeys.get(signer)
  if (known !== undefined) return known
  const key = seededBytes(`public key/${signer}`, 33)
  key[0] = 2 + ((key[0] ?? 0) & 1)
  const value = encodeProto(PUB_KEY, { key })
  const any = { typeUrl: '/cosmos.crypto.secp256k1.PubKey', value }
  publicKeys.set(signer, any)
  return any
}
