import type { Source } from '../../domain/source.ts'

/** Exit codes of every command. */
export const EXIT = {
  answered: 0,
  noSuchThing: 1,
  usage: 2,
  noEndpoint: 3,
  checkFailed: 4,
} as const

/** Where the data of an answer come from; the same in every command. null: no node answered (`nodes` alone), or none was asked. */
export interface Provenance {
  readonly chainId: string | null
  readonly height: number | null
  /** Time of that block (RFC 3339), or null where no node would tell. */
  readonly time: string | null
  readonly endpoint: string | null
  readonly query: string
}

/** What a command found, in the three forms it can be printed. */
export interface Answer {
  readonly provenance: Provenance
  /** The documented JSON (`shapes.ts`). */
  readonly data: unknown
  /** The same for table and CSV: exact texts, not rounded ones. */
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns whose cells a table does not cut short: sentences and ids, half of which tell nothing. @default none */
  readonly wide?: readonly string[]
  /** Columns that are wide and whose cells are lists with `; ` between. @default none */
  readonly lists?: readonly string[]
  /** What was odd about what was read, a sentence each: for stderr, beside the answer. */
  readonly notes?: readonly string[]
  /** @default EXIT.answered */
  readonly exitCode?: number
  /** A watched command has nothing more to tell after this. @default false */
  readonly isLast?: boolean
}

export function toProvenance(source: Source): Provenance {
  return {
    chainId: source.chainId,
    height: Number(source.height),
    time: source.time?.toISOString() ?? null,
    endpoint: source.endpoint,
    query: source.query,
  }
}
