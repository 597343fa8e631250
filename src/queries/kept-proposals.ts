import type { ProposalArchive } from '../archive/proposal-archive.ts'
import { decodeProposal, type ReadProposal } from '../chain/gov-proposal.ts'

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

export function isSameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return false
  return a.every((byte, index) => byte === b[index])
}
