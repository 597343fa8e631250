import type { ArchivedProposal, ProposalArchive } from '../archive/proposal-archive.ts'
import { decodeProposal, type ReadProposal } from '../chain/gov-proposal.ts'
import { isClosed } from '../domain/proposal-life.ts'
import type { Source } from '../domain/source.ts'

/** What an earlier visit left, decoded, and from which id on the chain must be read again. */
export interface Kept {
  readonly proposals: readonly ReadProposal[]
  /** Lowest id that may hold something else than what was kept. */
  readonly readFrom: bigint
  /** A kept proposal that is read once more: other bytes mean that the chain was restarted under its old name. */
  readonly canary: ReadProposal
}

/** undefined when nothing usable was kept, so that the whole list is read. */
export async function loadKept(archive: ProposalArchive): Promise<Kept | undefined> {
  const { proposals, completeBelow } = await archive.load()
  if (completeBelow === undefined || !/^\d{1,20}$/.test(completeBelow)) return undefined
  const readFrom = BigInt(completeBelow)
  const decoded: ReadProposal[] = []
  for (const { bytes } of proposals) {
    const row = decodeProposal(bytes)
    if (row.kind !== 'proposal') return undefined
    decoded.push({ row, bytes })
  }
  const canary = decoded
    .filter(({ row }) => row.id < readFrom)
    .reduce<ReadProposal | undefined>(
      (newest, read) => (newest === undefined || read.row.id > newest.row.id ? read : newest),
      undefined,
    )
  return canary === undefined ? undefined : { proposals: decoded, readFrom, canary }
}

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
  )
}

/** Texts of 400 kB are legal; an attacker could fill the disk with them. Larger ones are read anew at each visit. */
const MAX_KEPT_BYTES = 500_000

function isKeepable({ row, bytes }: ReadProposal): boolean {
  return (
    row.kind === 'proposal' &&
    isClosed(row.proposal) &&
    bytes !== undefined &&
    bytes.length <= MAX_KEPT_BYTES
  )
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

export function isSameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return false
  return a.every((byte, index) => byte === b[index])
}
