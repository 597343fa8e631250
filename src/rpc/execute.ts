import type { JsonRpcRequest, JsonRpcSuccessResponse, RpcRequest, Transport } from './transport.ts'

/**
 * A request in the shape of cosmjs's `RpcClient`. Its id is given back unchanged; on the wire ids are the transport's
 * own. Parameters that are undefined are left out, as cosmjs expects of JSON.
 */
export async function executeOver(
  transport: Pick<Transport, 'request'>,
  request: JsonRpcRequest,
): Promise<JsonRpcSuccessResponse> {
  const { id, method, params } = request
  const { result } = await transport.request({ method, params: namedParams(params) })
  return { jsonrpc: '2.0', id, result }
}

/** cosmjs leaves the type open and always names its parameters. @throws {TypeError} for parameters by place */
function namedParams(params: unknown): NonNullable<RpcRequest['params']> {
  if (params === undefined || params === null) return {}
  if (isNamed(params)) return params
  throw new TypeError('the parameters of a call are not named')
}

function isNamed(params: unknown): params is NonNullable<RpcRequest['params']> {
  return typeof params === 'object' && params !== null && !Array.isArray(params)
}
