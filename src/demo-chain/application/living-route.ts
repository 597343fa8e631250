import type { ChainState } from '../chain/ledger.ts'
import type { NodeIdentity } from './node-info.ts'
import type { QueryAnswer } from './query-answer.ts'
import type { WireField } from './wire-fields.ts'

/** A query of a living chain on its way to an answer. */
export interface LivingQuery {
  readonly path: string
  readonly request: readonly WireField[]
  readonly state: ChainState
  readonly height: bigint
  readonly node: NodeIdentity
}

/** A query path and what answers it. */
export type LivingRoute = readonly [
  path: string,
  answer: (query: LivingQuery) => QueryAnswer | undefined,
]
