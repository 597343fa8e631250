import { queryOptions } from '@tanstack/react-query'
import { type Answered, fetchBondedTokens, fetchGovParams, fetchTally } from '../chain/gov.ts'
import { fetchBondDenom, fetchDeposits } from '../chain/gov-detail.ts'
import { fetchProposalPage } from '../chain/gov-pages.ts'
import { GOV_PATH } from '../chain/gov-paths.ts'
import { fetchProposalOrStored, isAbsence } from '../chain/gov-rescue.ts'
import { fetchBlockTime } from '../chain/node.ts'
import type { Figure } from '../domain/figure.ts'
import type { GovParams } from '../domain/gov-params.ts'
import type { PinChoice } from '../domain/pin.ts'
import type { Deposit, Proposal, Tally } from '../domain/proposal.ts'
import type { Source } from '../domain/source.ts'
import type { Chain } from './chain.ts'
import { figureOf } from './figures.ts'
import { fetchPinned, type Pinned, readAtPin } from './pinned.ts'
import { confirmStoredTally } from './stored-tally.ts'

/** One proposal at one height, or why the chain has none of that number. */
export type ProposalDetail =
  | {
      readonly kind: 'found'
      readonly proposal: Proposal
      readonly pin: PinChoice
      readonly source: Source
      readonly params: Figure<GovParams>
      readonly bondedTokens: Figure<bigint>
      /** Live while in vote, else what the chain stored. */
      readonly tally: Figure<Tally>
      readonly deposits: Figure<readonly Deposit[]>
      readonly bondDenom: Figure<string>
    }
  | {
      readonly kind: 'unreadable'
      readonly id: bigint
      readonly reason: string
      readonly bytes: Uint8Array | undefined
      readonly source: Source
    }
  | {
      readonly kind: 'absent'
      readonly id: bigint
      /** Newest proposal the chain has; undefined when that could not be read either. */
      readonly newestId: bigint | undefined
      readonly source: Source
    }

export function proposalDetailQuery(chain: Chain, id: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'proposal', id.toString()] as const,
    queryFn: ({ signal }) => readProposalDetail(chain, id, signal),
    staleTime: chain.explicitHeight === undefined ? 15_000 : Number.POSITIVE_INFINITY,
  })
}

/** Two round trips: where the chain stands, then everything the page shows in one batch. */
export async function readProposalDetail(
  chain: Chain,
  id: bigint,
  signal?: AbortSignal,
): Promise<ProposalDetail> {
  if (chain.onlyKept !== undefined) {
    const { readKeptDetail } = await import('./kept-list.ts')
    return readKeptDetail(chain, chain.onlyKept.chainId, id)
  }
  const pinned = await fetchPinned(chain, signal)
  return readAtPin(pinned, (at) => fetchDetail(chain, at, id, signal))
}

async function fetchDetail(
  chain: Chain,
  pinned: Pinned,
  id: bigint,
  signal: AbortSignal | undefined,
): Promise<ProposalDetail> {
  const { transport } = chain
  const { height } = pinned.pin
  const options = signal ? { signal } : {}
  const [proposal, params, pool, tally, deposits, time, denom] = await Promise.allSettled([
    fetchProposalOrStored(transport, id, height, options),
    fetchGovParams(transport, height, options),
    fetchBondedTokens(transport, height, options),
    fetchTally(transport, id, height, options),
    fetchDeposits(transport, id, height, options),
    fetchBlockTime(transport, height, options),
    fetchBondDenom(transport, height, options),
  ])
  const sourceOf =
    (query: string) =>
    ({ endpoint }: { readonly endpoint: string }): Source => ({
      chainId: pinned.facts.chainId,
      height,
      time: time.status === 'fulfilled' ? time.value : undefined,
      endpoint,
      query,
    })
  if (proposal.status === 'rejected') {
    if (!isAbsence(proposal.reason)) throw proposal.reason
    return {
      kind: 'absent',
      id,
      newestId: await fetchNewestId(chain, height, options),
      source: sourceOf(GOV_PATH.proposal)({ endpoint: proposal.reason.endpoint }),
    }
  }
  const { row, bytes } = proposal.value.value
  const source = sourceOf(GOV_PATH.proposal)(proposal.value)
  if (row.kind !== 'proposal') {
    const reason = row.kind === 'unreadable' ? row.reason : 'it is empty'
    return { kind: 'unreadable', id, reason, bytes, source }
  }
  const [counted] = await Promise.allSettled([
    tally.status === 'rejected'
      ? Promise.reject(tally.reason)
      : confirmStoredTally(transport, row.proposal, tally.value, options),
  ])
  return {
    kind: 'found',
    proposal: row.proposal,
    pin: pinned.pin,
    source,
    params: figureOf(params, answeredValue, sourceOf(GOV_PATH.params)),
    bondedTokens: figureOf(pool, answeredValue, sourceOf(GOV_PATH.pool)),
    tally: figureOf(counted, answeredValue, sourceOf(GOV_PATH.tally)),
    deposits: figureOf(deposits, answeredValue, sourceOf(GOV_PATH.deposits)),
    bondDenom: figureOf(denom, answeredValue, sourceOf(GOV_PATH.stakingParams)),
  }
}

function answeredValue<T>({ value }: Answered<T>): T {
  return value
}

async function fetchNewestId(
  chain: Chain,
  height: bigint,
  options: { readonly signal?: AbortSignal },
): Promise<bigint | undefined> {
  const request = { height, limit: 1n, isReverse: true, fromId: undefined }
  return fetchProposalPage(chain.transport, request, options).then(
    ({ proposals }) => proposals[0]?.row.id,
    () => undefined,
  )
}
