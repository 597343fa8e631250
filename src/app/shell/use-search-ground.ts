import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ACCOUNT_PREFIX } from '../../domain/account-prefix.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { Market } from '../../domain/market/market.ts'
import type { SearchGround } from '../../domain/search/search-results.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { marketQuery } from '../../queries/market/use-market.ts'
import { proposalListQuery } from '../../queries/proposal-list.ts'
import { registryQuery } from '../../queries/registry.ts'
import { searchStandingQuery } from '../../queries/search-standing.ts'

export interface SearchGroundState {
  readonly ground: SearchGround
  /** What is looked in so far, and what is missing; sentences. */
  readonly extent: readonly string[]
  readonly isWhole: boolean
}

/** What there is to search: the list's cache, the chain's standing and the record; each is read when it is not there yet. */
export function useSearchGround(): SearchGroundState {
  const chain = useChain()
  const list = useQuery(proposalListQuery(chain))
  const standing = useQuery(searchStandingQuery(chain))
  const { data: registry, error: registryError } = useQuery(registryQuery())
  // What a screen has read of the market, and what it reads on: for a search nothing is asked of it.
  const { data: marketRead } = useQuery({
    ...marketQuery(chain, { isWhole: false }),
    enabled: false,
  })
  const rows = list.data?.rows
  const chainId = list.data?.source.chainId ?? chain.expectedChainId
  const figure = standing.data?.validators
  const validators = figure?.kind === 'known' ? figure.value : undefined
  const { latestHeight, earliestHeight } = standing.data ?? {}
  const market = useMemo(() => searchedMarket(marketRead), [marketRead])
  const ground = useMemo(
    (): SearchGround => ({
      prefix: ACCOUNT_PREFIX,
      proposals: rows ?? [],
      validators,
      registry,
      market,
      chainId,
      latestHeight,
      earliestHeight,
    }),
    [rows, validators, registry, market, chainId, latestHeight, earliestHeight],
  )
  const count = rows?.filter(({ kind }) => kind === 'proposal').length ?? 0
  const isListWhole = list.data?.isComplete === true
  return {
    ground,
    isWhole: isListWhole && validators !== undefined && registry !== undefined,
    extent: [
      list.error !== null
        ? `Not all proposals could be read: ${describeQueryFailure(list.error).sentence}`
        : rows === undefined
          ? 'The proposals are being read.'
          : isListWhole
            ? `${formatCount(count, 'proposal')}.`
            : `${formatCount(count, 'proposal')} read so far.`,
      registry !== undefined
        ? `${formatCount(registry.aeps.length + registry.laterAeps.length, 'AEP')}, ${formatCount(registry.groups.length, 'group')}.`
        : registryError !== null
          ? 'The record of AEPs and groups could not be loaded.'
          : 'AEPs and groups are being loaded.',
      validators !== undefined
        ? `${formatCount(validators.length, 'bonded validator')}.`
        : figure?.kind === 'failed'
          ? `The validators could not be read: ${figure.failure.sentence}`
          : standing.error !== null
            ? `The validators could not be read: ${describeQueryFailure(standing.error).sentence}`
            : 'The validators are being read.',
    ],
  }
}

function searchedMarket(market: Market | undefined): SearchGround['market'] {
  if (market?.running.kind !== 'known') return undefined
  const { running, providers } = market
  return {
    leases: running.value.items,
    isWhole: running.value.isComplete,
    providers: providers.kind === 'known' ? providers.value.map(({ owner }) => owner) : undefined,
  }
}
