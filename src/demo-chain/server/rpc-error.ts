/** A JSON-RPC error object as a node sends it. */
export interface RpcError {
  readonly code: number
  readonly message: string
  readonly data?: string
}

// Codes and messages: CometBFT rpc/jsonrpc/types/types.go, all of them met in the recordings.

export function parseError(data: string): RpcError {
  return { code: -32700, message: 'Parse error. Invalid JSON', data }
}

export function invalidRequest(data: string): RpcError {
  return { code: -32600, message: 'Invalid Request', data }
}

export function methodNotFound(): RpcError {
  return { code: -32601, message: 'Method not found' }
}

export function invalidParams(data: string): RpcError {
  return { code: -32602, message: 'Invalid params', data }
}

export function internalError(data: string): RpcError {
  return { code: -32603, message: 'Internal error', data }
}
