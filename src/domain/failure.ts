/**
 * Why something could not be had, as a screen needs to know it. Every kind has its own sentence, which says what
 * happened and what the reader can do.
 */
export type FailureKind =
  /** The chain has no such thing, or has deleted it. */
  | 'not-found'
  /** The node no longer keeps the height asked for. */
  | 'pruned'
  /** The chain has not reached the height asked for. */
  | 'not-yet'
  /** The node keeps no index of transactions or blocks. */
  | 'no-index'
  /** This chain, or this node's version of it, does not know the question. */
  | 'not-supported'
  | 'not-recorded'
  /** No node can be read, and no earlier visit kept it. */
  | 'not-kept'
  | 'undecodable'
  | 'rate-limited'
  /** Login, 403, CORS: something between the reader and the node says no. */
  | 'refused'
  | 'offline'
  | 'unreachable'
  | 'timed-out'
  /** Something answers at that address, but not as a node does. */
  | 'not-a-node'
  | 'wrong-chain'
  | 'mixed-content'
  | 'not-consented'
  | 'unexpected'

export interface Failure {
  readonly kind: FailureKind
  readonly sentence: string
  /** The node's own words, or the error's: a stranger's text. */
  readonly detail?: string
  readonly endpoint?: string
}
