import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { readJson } from './wire.ts'

/**
 * The chain a node is of, as its `status` says.
 * @throws {EndpointError} when no endpoint answers
 * @throws {WireShapeError} when the answer is not that of a node
 */
export async function fetchChainIdentity(
  transport: Transport,
  options: RequestOptions = {},
): Promise<string> {
  const { result } = await transport.request({ method: 'status', params: {} }, options)
  return readJson('status', result).text('node_info.network')
}
