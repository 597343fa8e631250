import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { readJson } from './wire.ts'

/**
 * Height of the newest block a node has, by the cheapest question there is (`status`).
 * @throws {EndpointError} when no endpoint answers
 * @throws {WireShapeError} when the answer is not that of a node
 */
export async function fetchLatestHeight(
  transport: Transport,
  options: RequestOptions = {},
): Promise<bigint> {
  const { result } = await transport.request({ method: 'status', params: {} }, options)
  return readJson('status', result).integer('sync_info.latest_block_height')
}
