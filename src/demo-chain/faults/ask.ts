import type { NodeAnswer, RpcCall } from '../server/backend.ts'

/** How a node answers a call. A fault of answers wraps one into another. */
export type Ask = (call: RpcCall) => Promise<NodeAnswer>
