import { parseLastReading } from '../archive/last-reading.ts'
import type { KeptProposals } from '../archive/proposal-archive.ts'
import { GOV_PATH } from '../chain/gov-paths.ts'
import type { Source } from '../domain/source.ts'

/** What every kept thing tells of where it was read. */
interface KeptOrigin {
  readonly height: string
  readonly timeMs: number | undefined
  readonly endpoint: string
}

/** The source something kept was read from. @throws {SyntaxError} when its height is no decimal text */
export function keptSourceOf(origin: KeptOrigin, chainId: string): Source {
  const { height, timeMs, endpoint } = origin
  return {
    chainId,
    height: BigInt(height),
    time: timeMs === undefined ? undefined : new Date(timeMs),
    endpoint,
    query: GOV_PATH.proposals,
  }
}

/** The newest reading anything was kept of; undefined where no proposal was kept. */
export function newestReadingOf(kept: KeptProposals, chainId: string): Source | undefined {
  const { proposals } = kept
  if (proposals.length === 0) return undefined
  const lastReading = parseLastReading(kept.lastReading)
  if (lastReading !== undefined) return keptSourceOf(lastReading, chainId)
  return proposals
    .map((proposal) => keptSourceOf(proposal, chainId))
    .reduce((newest, source) => (source.height > newest.height ? source : newest))
}
