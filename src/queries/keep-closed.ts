import type { LastReading } from '../archive/last-reading.ts'
import type { ArchivedProposal, ProposalArchive } from '../archive/proposal-archive.ts'
import type { ReadProposal } from '../chain/gov-proposal.ts'
import { isClosed } from '../domain/proposal-life.ts'
import type { Source } from '../domain/source.ts'
import type { Kept } from './kept-proposals.ts'

/** Keeps the closed proposals of a list that has been read to its end; `kept` are there already, with their own source. */
export async function keepClosed(
  archive: ProposalArchive,
  list: readonly ReadProposal[],
  kept: Kept | undefined,
  source: Source,
): Promise<void> {
  const keptBefore = new Set(kept?.proposals)
  const closed = list.filter((read) => isKeepable(read) && !keptBefore.has(read))
  const open = list.filter((read) => !isKeepable(read)).map(({ row }) => row.id)
  const newest = list.reduce((max, { row }) => (row.id > max ? row.id : max), 0n)
  const completeBelow = open.reduce((min, id) => (id < min ? id : min), newest + 1n)
  await archive.save(
    closed.flatMap(({ row, bytes }) =>
      bytes === undefined ? [] : [archived(row.id, bytes, source)],
    ),
    completeBelow.toString(),
    lastReadingOf(list, newest, source),
  )
}

/** What stands beside the closed ones, so that the list can be shown as of now when no node can be read. */
function lastReadingOf(list: readonly ReadProposal[], newest: bigint, source: Source): LastReading {
  const open = list.flatMap(({ row, bytes }) =>
    row.kind === 'proposal' && !isClosed(row.proposal) && isSmall(bytes)
      ? [{ id: row.id.toString(), bytes }]
      : [],
  )
  const isOpen = new Set(open.map(({ id }) => id))
  return {
    height: source.height.toString(),
    timeMs: source.time?.getTime(),
    endpoint: source.endpoint,
    open,
    missing: list.flatMap((read) => {
      const id = read.row.id.toString()
      return isKeepable(read) || isOpen.has(id) || read.row.kind === 'gap' ? [] : [id]
    }),
    newestId: newest.toString(),
  }
}

/** Texts of 400 kB are legal; an attacker could fill the disk with them. Larger ones are read anew at each visit. */
const MAX_KEPT_BYTES = 500_000

function isKeepable({ row, bytes }: ReadProposal): boolean {
  return row.kind === 'proposal' && isClosed(row.proposal) && isSmall(bytes)
}

function isSmall(bytes: Uint8Array | undefined): bytes is Uint8Array {
  return bytes !== undefined && bytes.length <= MAX_KEPT_BYTES
}

function archived(id: bigint, bytes: Uint8Array, source: Source): ArchivedProposal {
  return {
    id: id.toString(),
    bytes,
    height: source.height.toString(),
    timeMs: source.time?.getTime(),
    endpoint: source.endpoint,
  }
}
