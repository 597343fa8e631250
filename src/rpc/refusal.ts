import type { RpcRequest } from './transport.ts'

/** "The node said no": why a node in good order refused a call. Heights are block heights. */
export type RpcRefusal =
  | { readonly kind: 'method-not-found' }
  /** Pruned, or older than the node's first block. */
  | {
      readonly kind: 'height-unavailable'
      readonly asked: bigint | undefined
      readonly lowest: bigint
    }
  | { readonly kind: 'height-in-future'; readonly asked: bigint; readonly highest: bigint }
  | { readonly kind: 'tx-index-disabled' }
  | { readonly kind: 'block-index-disabled' }
  | { readonly kind: 'tx-not-found' }
  /** No results, validators or parameters are stored for the height, as at the block a chain halted on. */
  | { readonly kind: 'results-not-found'; readonly height: bigint }
  | { readonly kind: 'invalid-params' }
  | { readonly kind: 'page-out-of-range'; readonly pages: number }
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'other' }

export type RpcRefusalKind = RpcRefusal['kind']

/** The `error` member of a JSON-RPC reply. */
export interface RpcErrorObject {
  readonly code: number
  readonly message: string
  readonly data: string
}

/**
 * Sorts a JSON-RPC error by its code, and by its text where CometBFT uses -32603 for everything
 * (cometbft: rpc/core/env.go, tx.go, blocks.go). A text nobody knows is `other`, which is final: asking elsewhere for
 * nothing is the smaller harm than hiding what a node said.
 */
export function classifyRefusal(error: RpcErrorObject, request: RpcRequest): RpcRefusal {
  const text = `${error.message} ${error.data}`
  if (text.includes('not in this recording')) return { kind: 'not-recorded' }
  if (error.code === -32601) return { kind: 'method-not-found' }
  if (error.code === -32602) return { kind: 'invalid-params' }

  const unavailable = /height (\d+) is not available, lowest height is (\d+)/.exec(text)
  if (unavailable?.[1] && unavailable[2]) {
    return {
      kind: 'height-unavailable',
      asked: BigInt(unavailable[1]),
      lowest: BigInt(unavailable[2]),
    }
  }
  const future =
    /height (\d+) must be less than or equal to the current blockchain height (\d+)/.exec(text)
  if (future?.[1] && future[2]) {
    return { kind: 'height-in-future', asked: BigInt(future[1]), highest: BigInt(future[2]) }
  }
  const crossed = /min height (\d+) can't be greater than max height (\d+)/.exec(text)
  if (crossed?.[1] && crossed[2]) return classifyCrossedRange(BigInt(crossed[1]), request)

  if (text.includes('transaction indexing is disabled')) return { kind: 'tx-index-disabled' }
  if (text.includes('block indexing is disabled')) return { kind: 'block-index-disabled' }
  if (/\btx \([0-9A-Fa-f]+\) not found/.test(text)) return { kind: 'tx-not-found' }
  const missing = /could not find .{1,40} for height #(\d+)/.exec(text)
  if (missing?.[1]) return { kind: 'results-not-found', height: BigInt(missing[1]) }
  const page = /page should be within \[\d+, (\d+)\] range/.exec(text)
  if (page?.[1]) return { kind: 'page-out-of-range', pages: Number(page[1]) }
  return { kind: 'other' }
}

/** `blockchain` raises the lower bound to the node's first block before it compares, and then complains of the order. */
function classifyCrossedRange(lowest: bigint, request: RpcRequest): RpcRefusal {
  const asked = request.params?.minHeight
  if (typeof asked !== 'string' || !/^\d+$/.test(asked)) return { kind: 'other' }
  return BigInt(asked) < lowest
    ? { kind: 'height-unavailable', asked: BigInt(asked), lowest }
    : { kind: 'other' }
}

/** One sentence; the node's own words stay in the fields of the error, for they are a stranger's text. */
export function describeRefusal(
  refusal: RpcRefusal,
  context: { readonly endpoint: string; readonly method: string; readonly code: number },
): string {
  const { endpoint, method, code } = context
  switch (refusal.kind) {
    case 'method-not-found':
      return `${endpoint} does not offer ${method}; use another endpoint.`
    case 'height-unavailable':
      return `${endpoint} does not have ${refusal.asked === undefined ? 'this height' : `height ${refusal.asked}`}, its lowest is ${refusal.lowest}; choose a later one or an archive node.`
    case 'height-in-future':
      return `${endpoint} is at height ${refusal.highest} and does not have ${refusal.asked} yet; choose an earlier one or wait.`
    case 'tx-index-disabled':
      return `${endpoint} keeps no transaction index; use an endpoint that does.`
    case 'block-index-disabled':
      return `${endpoint} keeps no block index; use an endpoint that does.`
    case 'tx-not-found':
      return `${endpoint} does not know this transaction; an endpoint whose index reaches further may.`
    case 'results-not-found':
      return `${endpoint} has nothing stored for height ${refusal.height}; use another endpoint.`
    case 'invalid-params':
      return `${endpoint} does not accept these parameters of ${method}; use another endpoint.`
    case 'page-out-of-range':
      return `${endpoint} has only ${refusal.pages} pages of this list.`
    case 'not-recorded':
      return `${endpoint} plays a recording that does not hold this answer.`
    case 'other':
      return `${endpoint} refused ${method} (code ${code}); try another endpoint.`
  }
}

const OTHERS_MAY_KNOW: ReadonlySet<RpcRefusalKind> = new Set([
  'method-not-found',
  'height-unavailable',
  'height-in-future',
  'tx-index-disabled',
  'block-index-disabled',
  'tx-not-found',
  'results-not-found',
  'not-recorded',
])

/**
 * Whether another node of the same chain may well answer what this one refused: nodes differ in what they keep, index,
 * expose and have reached. During an upgrade only nodes on the new code have results of the halt height.
 */
export function isAnswerableElsewhere(kind: RpcRefusalKind): boolean {
  return OTHERS_MAY_KNOW.has(kind)
}

/** Public gateways report their rate limit as a JSON-RPC error too; that is the proxy talking, not the node. */
export function isRateLimitError(error: RpcErrorObject): boolean {
  if (error.code === 429 || error.code === -32005 || error.code === -32029) return true
  return /rate.?limit|too many requests/i.test(`${error.message} ${error.data}`)
}
