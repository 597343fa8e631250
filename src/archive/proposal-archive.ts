import { clear, createStore, entries, setMany } from 'idb-keyval'
import type { LastReading } from './last-reading.ts'

/**
 * A closed proposal as the browser keeps it between visits: the chain's own bytes, so that a later version of this app
 * decodes them with what it knows then.
 */
export interface ArchivedProposal {
  readonly id: string
  /** `cosmos.gov.v1.Proposal` as the node sent it. */
  readonly bytes: Uint8Array
  /** Height of the state it was read from, as decimal text. */
  readonly height: string
  /** Time of that block, milliseconds since the epoch; undefined when it was not known. */
  readonly timeMs: number | undefined
  readonly endpoint: string
}

export interface KeptProposals {
  /** In no order. */
  readonly proposals: readonly ArchivedProposal[]
  /**
   * Every id below this was read once, as decimal text: those not among the proposals are gaps for good. undefined
   * when the list was never read to its end.
   */
  readonly completeBelow: string | undefined
  /** The list as it was last read to its end, as it was stored: `parseLastReading` tells whether it is one. */
  readonly lastReading?: unknown
}

/** The facts about one chain's proposals that can change no more. */
export interface ProposalArchive {
  /** Everything kept; nothing where the browser keeps nothing (private windows, full disks). */
  load(): Promise<KeptProposals>
  /** Adds or replaces. Resolves false when the browser would not keep them: nothing else is lost by it. */
  save(
    proposals: readonly ArchivedProposal[],
    completeBelow: string | undefined,
    lastReading?: LastReading,
  ): Promise<boolean>
  /** Forgets this chain, for when a chain was restarted under its old name. */
  clear(): Promise<void>
}

const COMPLETE_BELOW = 'complete-below'
const LAST_READING = 'last-reading'
const NOTHING_KEPT: KeptProposals = { proposals: [], completeBelow: undefined }

/**
 * One IndexedDB database a scope, so that two chains never mix. `scope` is a chain's id, with more where whoever claims
 * that id is not to be believed.
 */
export function createProposalArchive(scope: string): ProposalArchive {
  const store = createStore(`skylight/${scope}`, 'closed-proposals')
  return {
    async load() {
      try {
        const rows = await entries<string, unknown>(store)
        const completeBelow = rows.find(([key]) => key === COMPLETE_BELOW)?.[1]
        const lastReading = rows.find(([key]) => key === LAST_READING)?.[1]
        return {
          proposals: rows.flatMap(([, row]) => (isArchivedProposal(row) ? [row] : [])),
          completeBelow: typeof completeBelow === 'string' ? completeBelow : undefined,
          ...(lastReading === undefined ? {} : { lastReading }),
        }
      } catch {
        // No storage is a slower second visit, not an error a reader could act on.
        return NOTHING_KEPT
      }
    },
    async save(proposals, completeBelow, lastReading) {
      try {
        await setMany(
          [
            ...proposals.map((proposal): [string, unknown] => [
              proposal.id,
              withOwnBytes(proposal),
            ]),
            [COMPLETE_BELOW, completeBelow],
            ...(lastReading === undefined ? [] : [lastReadingEntry(lastReading)]),
          ],
          store,
        )
        return true
      } catch {
        return false
      }
    },
    async clear() {
      await clear(store).catch(() => undefined)
    },
  }
}

function lastReadingEntry(reading: LastReading): [string, unknown] {
  return [LAST_READING, { ...reading, open: reading.open.map(withOwnBytes) }]
}

/** A copy, for a view of a page would be stored with the whole page behind it. */
function withOwnBytes<T extends { readonly bytes: Uint8Array }>(kept: T): T {
  return { ...kept, bytes: kept.bytes.slice() }
}

/** For commands, which keep nothing between runs. */
export function createEmptyArchive(): ProposalArchive {
  return {
    load: () => Promise.resolve(NOTHING_KEPT),
    save: () => Promise.resolve(false),
    clear: () => Promise.resolve(),
  }
}

function isArchivedProposal(row: unknown): row is ArchivedProposal {
  return (
    typeof row === 'object' &&
    row !== null &&
    'id' in row &&
    typeof row.id === 'string' &&
    'bytes' in row &&
    row.bytes instanceof Uint8Array &&
    'height' in row &&
    typeof row.height === 'string' &&
    'endpoint' in row &&
    typeof row.endpoint === 'string' &&
    'timeMs' in row &&
    (row.timeMs === undefined || typeof row.timeMs === 'number')
  )
}
