import type { JsonRpcRequest, JsonRpcSuccessResponse, Transport } from './transport.ts'

/**
 * A request in the shape of cosmjs's `RpcClient`. Its id is given back unchanged; on the wire ids are the transport's
 * own. Parameters that are undefined are left out, as cosmjs expects of JSON.
 */
export async function executeOver(
  transport: Pick<Transport, 'request'>,
  request: JsonRpcRequest,
): Promise<JsonRpcSuccessResponse> {
  const { id, method, params } = request
  const { result } = await transport.request({ method, params: params ?? {} })
  return { jsonrpc: '2.0', id, result }
}
