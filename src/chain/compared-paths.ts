import type { RpcRequest } from '../rpc/transport.ts'
import { GOV_PATH } from './gov-paths.ts'

const PATHS: ReadonlySet<unknown> = new Set([
  GOV_PATH.proposal,
  GOV_PATH.tally,
  GOV_PATH.params,
  GOV_PATH.pool,
])

/** Whether an answer to this call is one that other nodes are asked to confirm; see compared-facts.ts. */
export function isComparedRequest({ method, params }: RpcRequest): boolean {
  return method === 'header' || (method === 'abci_query' && PATHS.has(params?.path))
}
