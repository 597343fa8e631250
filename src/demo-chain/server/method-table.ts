/**
 * Types of arguments as CometBFT declares them.
 * `integer`: 64-bit, zero when absent. `optional-integer`: absent is told from zero. `hex`, `base64`: bytes, by how JSON
 * carries them.
 */
export type ArgumentType =
  | 'string'
  | 'integer'
  | 'optional-integer'
  | 'boolean'
  | 'hex'
  | 'base64'
  | 'object'

export interface RpcMethod {
  readonly name: string
  readonly args: readonly { readonly name: string; readonly type: ArgumentType }[]
  /** Whether a good answer carries `Cache-Control`; `with-height` only when a height was given. */
  readonly cacheable: 'never' | 'always' | 'with-height'
  /** Known on the WebSocket only. */
  readonly socketOnly?: true
}

/**
 * Every method of the recorded node (`GET /`, steady/279), in its order, which is alphabetical.
 * Argument types and caching: CometBFT 0.38 rpc/core/routes.go; caching was seen in steady/headers.
 */
export const METHODS: readonly RpcMethod[] = [
  method('abci_info', {}, 'always'),
  method('abci_query', { path: 'string', data: 'hex', height: 'integer', prove: 'boolean' }),
  method('akash', {}),
  method('block', { height: 'optional-integer' }, 'with-height'),
  method('block_by_hash', { hash: 'base64' }, 'always'),
  method('block_results', { height: 'optional-integer' }, 'with-height'),
  method('block_search', {
    query: 'string',
    page: 'optional-integer',
    per_page: 'optional-integer',
    order_by: 'string',
  }),
  method('blockchain', { minHeight: 'integer', maxHeight: 'integer' }, 'always'),
  method('broadcast_evidence', { evidence: 'object' }),
  method('broadcast_tx_async', { tx: 'base64' }),
  method('broadcast_tx_commit', { tx: 'base64' }),
  method('broadcast_tx_sync', { tx: 'base64' }),
  method('check_tx', { tx: 'base64' }, 'always'),
  method('commit', { height: 'optional-integer' }, 'with-height'),
  method('consensus_params', { height: 'optional-integer' }, 'with-height'),
  method('consensus_state', {}),
  method('dump_consensus_state', {}),
  method('genesis', {}, 'always'),
  method('genesis_chunked', { chunk: 'integer' }, 'always'),
  method('header', { height: 'optional-integer' }, 'with-height'),
  method('header_by_hash', { hash: 'hex' }, 'always'),
  method('health', {}),
  method('net_info', {}),
  method('num_unconfirmed_txs', {}),
  method('status', {}),
  { ...method('subscribe', { query: 'string' }), socketOnly: true },
  method('tx', { hash: 'base64', prove: 'boolean' }, 'always'),
  method('tx_search', {
    query: 'string',
    prove: 'boolean',
    page: 'optional-integer',
    per_page: 'optional-integer',
    order_by: 'string',
  }),
  method('unconfirmed_txs', { limit: 'optional-integer' }),
  { ...method('unsubscribe', { query: 'string' }), socketOnly: true },
  { ...method('unsubscribe_all', {}), socketOnly: true },
  method(
    'validators',
    { height: 'optional-integer', page: 'optional-integer', per_page: 'optional-integer' },
    'with-height',
  ),
]

const METHODS_BY_NAME = new Map(METHODS.map((entry) => [entry.name, entry]))

export function findMethod(name: string): RpcMethod | undefined {
  return METHODS_BY_NAME.get(name)
}

function method(
  name: string,
  args: Readonly<Record<string, ArgumentType>>,
  cacheable: RpcMethod['cacheable'] = 'never',
): RpcMethod {
  const list = Object.entries(args).map(([argument, type]) => ({ name: argument, type }))
  return { name, cacheable, args: list }
}
