import type { Coin } from '../../chain/proto/generated/cosmos/base/v1beta1/coin.ts'
import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { ANY, COIN } from './common-messages.ts'
import { bytes, describeMessage, integer, list, message, text } from './message-writer.ts'

/** `cosmos.authz.v1beta1.MsgExec` */
export const MSG_EXEC = describeMessage<{
  readonly grantee: string
  readonly msgs: readonly Any[]
}>({ grantee: text, msgs: list(ANY) })

/** `cosmos.base.abci.v1beta1.TxMsgData`, without the data of older versions. */
export const TX_MSG_DATA = describeMessage<{ readonly msgResponses: readonly Any[] }>(
  { msgResponses: list(ANY) },
  [2],
)

interface SignerInfo {
  readonly publicKey: Any
  readonly modeInfo: { readonly single: { readonly mode: number } }
  readonly sequence: number
}

interface Fee {
  readonly amount: readonly Coin[]
  readonly gasLimit: bigint
}

/** `cosmos.tx.v1beta1.Tx` with its body and its auth info unfolded; `TxRaw` is the same bytes. */
export interface SignedTx {
  readonly body: { readonly messages: readonly Any[] }
  readonly authInfo: { readonly signerInfo: SignerInfo; readonly fee: Fee }
  readonly signature: Uint8Array
}

const SINGLE = describeMessage<{ readonly mode: number }>({ mode: integer })
const MODE_INFO = describeMessage<SignerInfo['modeInfo']>({ single: message(SINGLE) })

const SIGNER_INFO = describeMessage<SignerInfo>({
  publicKey: message(ANY),
  modeInfo: message(MODE_INFO),
  sequence: integer,
})

const FEE = describeMessage<Fee>({ amount: list(COIN), gasLimit: integer })

const AUTH_INFO = describeMessage<SignedTx['authInfo']>({
  signerInfo: message(SIGNER_INFO),
  fee: message(FEE),
})

const TX_BODY = describeMessage<SignedTx['body']>({ messages: list(ANY) })

export const SIGNED_TX = describeMessage<SignedTx>({
  body: message(TX_BODY),
  authInfo: message(AUTH_INFO),
  signature: bytes,
})
