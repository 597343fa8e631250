import type { RequestOptions, Transport } from '../../rpc/transport.ts'
import { fetchDecoded } from '../gov.ts'
import type { MarketQuery } from './read-market-list.ts'

/**
 * Whether a list has a record at a place, counted from 0: the only way to learn of its length without reading it, since
 * a node's `total` is no more than the size of the page (x/market/keeper/grpc_query.go). The node walks there, and sends
 * one record at most.
 * @throws {AbciQueryError|EndpointError|UndecodableError}
 */
export async function hasRecordAt(
  transport: Transport,
  {
    path,
    height,
    encode,
    decode,
  }: Pick<MarketQuery<unknown, unknown>, 'path' | 'height' | 'encode' | 'decode'>,
  place: bigint,
  options: RequestOptions = {},
): Promise<boolean> {
  const data = encode({
    key: new Uint8Array(),
    offset: place,
    limit: 1n,
    countTotal: false,
    reverse: false,
  })
  const { value } = await fetchDecoded(transport, { path, data, height }, options, decode)
  return value.records.length > 0
}
