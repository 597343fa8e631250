import { concatBytes, encodeUtf8 } from '../server/bytes.ts'
import type { LivingQuery, LivingRoute } from './living-route.ts'
import type { QueryAnswer } from './query-answer.ts'
import { valueAnswer } from './query-answer.ts'
import { encodeBytesField, encodeIntegerField } from './wire-fields.ts'

/** What a node says of itself in `status`, and here again. */
export interface NodeIdentity {
  /** 40 hexadecimal digits. */
  readonly id: string
  readonly moniker: string
  readonly chainId: string
  readonly cometVersion: string
  /** A byte for each channel. */
  readonly channels: Uint8Array
  readonly listenAddress: string
  readonly rpcAddress: string
  readonly hasTxIndex: boolean
  /** Version of the application, such as `v2.1.0`. */
  readonly appVersion: string
}

/** CometBFT 0.38 version/version.go */
const P2P_PROTOCOL = 8n
const BLOCK_PROTOCOL = 11n

/** A text field; none when it is empty, as proto3 has it. */
function text(number: number, value: string): Uint8Array {
  return value === '' ? new Uint8Array() : encodeBytesField(number, encodeUtf8(value))
}

/** `cosmos.base.tendermint.v1beta1.GetNodeInfoResponse` (steady/189). A living chain is built of no Go modules. */
function answerNodeInfo({ node, height }: LivingQuery): QueryAnswer {
  const protocols = concatBytes(
    encodeIntegerField(1, P2P_PROTOCOL),
    encodeIntegerField(2, BLOCK_PROTOCOL),
  )
  const other = concatBytes(text(1, node.hasTxIndex ? 'on' : 'off'), text(2, node.rpcAddress))
  const defaultNodeInfo = concatBytes(
    encodeBytesField(1, protocols),
    text(2, node.id),
    text(3, node.listenAddress),
    text(4, node.chainId),
    text(5, node.cometVersion),
    node.channels.length === 0 ? new Uint8Array() : encodeBytesField(6, node.channels),
    text(7, node.moniker),
    encodeBytesField(8, other),
  )
  const applicationVersion = concatBytes(text(2, 'akash'), text(3, node.appVersion))
  const response = concatBytes(
    encodeBytesField(1, defaultNodeInfo),
    encodeBytesField(2, applicationVersion),
  )
  return valueAnswer(response, height)
}

export const NODE_INFO_ROUTES: readonly LivingRoute[] = [
  ['/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo', answerNodeInfo],
]
