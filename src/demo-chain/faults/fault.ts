/** Faults that need no argument. */
export const PLAIN_FAULTS = [
  // The wire in front of a node.
  'unreachable',
  'dns',
  'no-cors',
  'unauthorized',
  'forbidden',
  'not-found',
  'server-error',
  'bad-gateway',
  'redirect',
  'hang',
  'trickle',
  'cut',
  'junk',
  'not-json-rpc',
  'html',
  'empty',
  'wrong-id',
  'no-websocket',
  // The node itself.
  'wrong-chain',
  'no-index',
  // Its answers.
  'socket-cancel',
  'lying-tally',
  'lying-votes',
  'missing-row',
  'duplicate-rows',
  'repeating-page',
  'next-key-refused',
  'die-mid-page',
  'wrong-height',
  'disagree',
  'no-gov',
  'undecodable',
] as const

/** Faults measured in milliseconds. */
export const TIMED_FAULTS = ['late', 'clock-skew', 'socket-drop', 'flap'] as const

/** Faults measured in blocks. */
export const BLOCK_FAULTS = ['lag', 'ahead', 'pruned'] as const

/** Faults that begin after a number of HTTP requests. */
export const COUNTED_FAULTS = ['rate-limit-after', 'die-after'] as const

/**
 * One way an endpoint misbehaves: of the wire in front of the node, of the node itself or of its answers. The kind is the
 * name on the command line and in the failure matrix.
 */
export type Fault =
  | { readonly kind: (typeof PLAIN_FAULTS)[number] }
  /** Of `clock-skew` also negative: behind. */
  | { readonly kind: (typeof TIMED_FAULTS)[number]; readonly ms: number }
  | { readonly kind: (typeof BLOCK_FAULTS)[number]; readonly blocks: bigint }
  | { readonly kind: (typeof COUNTED_FAULTS)[number]; readonly requests: number }
  /** `retryAfterS`: seconds the header `Retry-After` names; undefined for no such header. */
  | { readonly kind: 'rate-limit'; readonly retryAfterS: number | undefined }
  /** `now`: at whatever height the chain has when the fault begins. */
  | { readonly kind: 'halt'; readonly height: bigint | 'now' }

export type FaultKind = Fault['kind']

type FaultOf<Kind extends FaultKind, Each extends Fault = Fault> = Each extends Fault
  ? Kind extends Each['kind']
    ? Each
    : never
  : never

/** The fault of a kind among those of an endpoint; the last one where there are several. */
export function findFault<Kind extends FaultKind>(
  faults: readonly Fault[],
  kind: Kind,
): FaultOf<Kind> | undefined {
  return faults.findLast((fault): fault is FaultOf<Kind> => fault.kind === kind)
}

export function hasFault(faults: readonly Fault[], ...kinds: readonly FaultKind[]): boolean {
  return faults.some(({ kind }) => kinds.includes(kind))
}
