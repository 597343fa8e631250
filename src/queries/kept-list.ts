import { type LastReading, parseLastReading } from '../archive/last-reading.ts'
import { GOV_PATH } from '../chain/gov-paths.ts'
import { decodeProposal } from '../chain/gov-proposal.ts'
import type { Figure } from '../domain/figure.ts'
import type { ProposalRow } from '../domain/proposal.ts'
import { isClosed } from '../domain/proposal-life.ts'
import { mergeRows } from '../domain/proposal-rows.ts'
import type { Source } from '../domain/source.ts'
import type { Chain } from './chain.ts'
import { keptSourceOf, newestReadingOf } from './kept-reading.ts'
import { NotKeptError } from './not-kept.ts'
import type { ProposalDetail } from './proposal-detail.ts'
import type { ProposalList } from './proposal-list.ts'

/**
 * The list as earlier visits of this browser left it. Closed proposals are as they are for good; open ones as they stood
 * then, without a tally.
 * @throws {NotKeptError} when nothing was kept
 */
export async function readKeptList(chain: Chain, chainId: string): Promise<ProposalList> {
  const kept = await chain.openArchive(chainId).load()
  const source = newestReadingOf(kept, chainId)
  if (source === undefined) throw new NotKeptError()
  const lastReading = parseLastReading(kept.lastReading)
  const pages = [
    (lastReading?.open ?? []).map(({ id, bytes }) => decodeProposal(bytes, BigInt(id))),
    kept.proposals.map(({ id, bytes }) => decodeProposal(bytes, BigInt(id))),
  ]
  const rows = mergeRows(pages, true).filter(
    (row) => row.kind !== 'gap' || isKnownGap(row, lastReading, kept.completeBelow),
  )
  return {
    pin: { height: source.height, reason: 'behind-latest' },
    source,
    rows,
    isComplete: lastReading !== undefined,
    keptCount: kept.proposals.length,
    params: notKept(),
    bondedTokens: notKept(),
    tallies: new Map(
      rows.flatMap((row) =>
        row.kind === 'proposal' && !isClosed(row.proposal) ? [[row.id.toString(), notKept()]] : [],
      ),
    ),
    onlyKept: { missing: lastReading?.missing.length ?? 0 },
  }
}

/**
 * One proposal as earlier visits left it, with the source it was read from then.
 * @throws {NotKeptError} when it was not kept, and nothing tells that the chain has none of that number
 */
export async function readKeptDetail(
  chain: Chain,
  chainId: string,
  id: bigint,
): Promise<ProposalDetail> {
  const kept = await chain.openArchive(chainId).load()
  const newest = newestReadingOf(kept, chainId)
  const lastReading = parseLastReading(kept.lastReading)
  const text = id.toString()
  const closed = kept.proposals.find((proposal) => proposal.id === text)
  const open = lastReading?.open.find((proposal) => proposal.id === text)
  const bytes = closed?.bytes ?? open?.bytes
  if (newest === undefined) throw new NotKeptError()
  if (bytes === undefined) {
    const gap = { kind: 'gap', id, lowestId: id } as const
    if (!isKnownGap(gap, lastReading, kept.completeBelow)) throw new NotKeptError()
    return { kind: 'absent', id, newestId: newestIdOf(lastReading), source: newest }
  }
  const origin = closed === undefined ? newest : keptSourceOf(closed, chainId)
  const source: Source = { ...origin, query: GOV_PATH.proposal }
  const row = decodeProposal(bytes, id)
  if (row.kind !== 'proposal') {
    const reason = row.kind === 'unreadable' ? row.reason : 'it is empty'
    return { kind: 'unreadable', id, reason, bytes, source }
  }
  const { proposal } = row
  const { finalTally } = proposal
  return {
    kind: 'found',
    proposal,
    pin: { height: source.height, reason: 'behind-latest' },
    source,
    params: notKept(),
    bondedTokens: notKept(),
    tally:
      isClosed(proposal) && finalTally !== undefined
        ? { kind: 'known', value: finalTally, source }
        : notKept(),
    deposits: notKept(),
    bondDenom: notKept(),
  }
}

function notKept(): Figure<never> {
  return { kind: 'failed', failure: new NotKeptError().failure }
}

/** Whether numbers without a proposal were read as such, and not merely left out of what was kept. */
function isKnownGap(
  gap: Extract<ProposalRow, { kind: 'gap' }>,
  lastReading: LastReading | undefined,
  completeBelow: string | undefined,
): boolean {
  if (lastReading === undefined) {
    return completeBelow !== undefined && gap.id < BigInt(completeBelow)
  }
  const isMissing = lastReading.missing.some(
    (text) => BigInt(text) <= gap.id && BigInt(text) >= gap.lowestId,
  )
  return !isMissing && gap.id < BigInt(lastReading.newestId)
}

function newestIdOf(lastReading: LastReading | undefined): bigint | undefined {
  return lastReading === undefined ? undefined : BigInt(lastReading.newestId)
}
