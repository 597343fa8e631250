import { fetchTally } from '../chain/gov.ts'
import { GOV_PATH } from '../chain/gov-paths.ts'
import type { ReadProposal } from '../chain/gov-proposal.ts'
import { type Figure, LOADING } from '../domain/figure.ts'
import type { Tally } from '../domain/proposal.ts'
import type { Source } from '../domain/source.ts'
import type { Chain } from './chain.ts'
import { figureOf } from './figures.ts'

/** Live tallies of the proposals in vote, by id as text. */
export type LiveTallies = ReadonlyMap<string, Figure<Tally>>

/** Whether votes could not be counted for want of the height alone. */
export function lacksTallies(tallies: LiveTallies): boolean {
  return [...tallies.values()].some(
    (figure) =>
      figure.kind === 'failed' &&
      (figure.failure.kind === 'not-yet' || figure.failure.kind === 'pruned'),
  )
}

/**
 * Fills in the live tallies of the proposals of a page that are in vote, in one batch; undefined when none is.
 * @param source of the picture, whose height they are counted at
 */
export function countVotes(
  transport: Chain['transport'],
  source: Source,
  page: readonly ReadProposal[],
  tallies: Map<string, Figure<Tally>>,
  signal: AbortSignal | undefined,
): Promise<undefined> | undefined {
  const open = page.flatMap(({ row }) =>
    row.kind === 'proposal' && row.proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
      ? [row.id]
      : [],
  )
  if (open.length === 0) return undefined
  for (const id of open) tallies.set(id.toString(), LOADING)
  return fetchTallies(transport, source, open, tallies, signal)
}

/** Never rejects: a tally that could not be had is a figure that says why. */
async function fetchTallies(
  transport: Chain['transport'],
  source: Source,
  open: readonly bigint[],
  tallies: Map<string, Figure<Tally>>,
  signal: AbortSignal | undefined,
): Promise<undefined> {
  const settled = await Promise.allSettled(
    open.map((id) => fetchTally(transport, id, source.height, signal ? { signal } : {})),
  )
  for (const [index, id] of open.entries()) {
    const tally = settled[index]
    if (tally === undefined) continue
    const figure = figureOf(
      tally,
      ({ value }) => value,
      ({ endpoint }) => ({ ...source, endpoint, query: GOV_PATH.tally }),
    )
    tallies.set(id.toString(), figure)
  }
}
