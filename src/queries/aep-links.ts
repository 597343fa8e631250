import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { createRefreshArchive } from '../archive/registry-refresh.ts'
import type { Failure } from '../domain/failure.ts'
import type { Registry } from '../domain/registry/registry.ts'
import { linkStoreOf } from './aep-links-store.ts'
import { type Chain, useChain } from './chain.ts'
import { findLinkInput, readingOfChain } from './link-input.ts'
import type { LinkedRegistry } from './linked-registry.ts'
import { proposalListQuery } from './proposal-list.ts'
import { registryQuery } from './registry.ts'
import {
  committedRegistry,
  describeNotAsked,
  isRepositoryAsked,
  type RegistryFreshness,
} from './registry-freshness.ts'
import { useUpgrades } from './use-upgrades.ts'

export type { LinkedRegistry } from './linked-registry.ts'
export type { RegistryFreshness } from './registry-freshness.ts'

/** How far the chain is read that the registry is joined with. */
export type ChainReading =
  | { readonly kind: 'reading' }
  /** `failure`: why the rest could not be had; undefined while it is on its way. */
  | { readonly kind: 'partly'; readonly failure: Failure | undefined }
  | { readonly kind: 'read' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** The registry and what it is linked to, as it is being read. */
export type AepLinksReading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | {
      readonly kind: 'ready'
      readonly registry: Registry
      readonly freshness: RegistryFreshness
      /** undefined while nothing of the chain is read: what was delivered is not known yet. */
      readonly linked: LinkedRegistry | undefined
      readonly chain: ChainReading
      readonly retry: () => void
    }

/**
 * The committed registry at once; then what the repository's public index says by now, and the links to what is read of
 * the chain. Where the chain cannot be read, the links are those on record of akashnet-2.
 */
export function useAepLinks(): AepLinksReading {
  const chain = useChain()
  const floor = useQuery(registryQuery())
  const upgrades = useUpgrades()
  const list = useQuery(proposalListQuery(chain)).data
  const { report, listError } = upgrades
  const chainId = chain.expectedChainId ?? report.source?.chainId
  const isAsked = isRepositoryAsked(chain, chainId)
  const refresh = useQuery(refreshQuery(chain, isAsked, floor.data))
  const committed = useMemo(
    () =>
      floor.data === undefined
        ? undefined
        : committedRegistry(floor.data, describeNotAsked(chain, chainId)),
    [chain, chainId, floor.data],
  )
  // What was read for another chain is kept, and is nothing of one for which nothing is asked.
  const fresh = (isAsked ? refresh.data : undefined) ?? committed
  const store = linkStoreOf(chain)
  const { linked, error } = useSyncExternalStore(store.subscribe, store.result)
  const reading = readingOfChain({ report, list, listError })
  // Every reading is offered; the store tells whether there is anything new in it.
  useEffect(() => {
    if (fresh === undefined) return
    const today = chain.now().toISOString().slice(0, 10)
    const input = findLinkInput({ report, list, listError }, fresh.registry, today)
    if (input !== undefined) store.offer(input)
  })
  const retry = () => {
    if (floor.error !== null) void floor.refetch()
    store.retry()
    upgrades.retry()
  }
  const failed = floor.error ?? (linked === undefined ? error : undefined)
  if (failed !== null && failed !== undefined) return { kind: 'failed', error: failed, retry }
  if (fresh === undefined) return { kind: 'loading' }
  return { kind: 'ready', ...fresh, linked, chain: reading, retry }
}

/** Asked for once the page has time, and only for chains that are on record as Akash's. */
function refreshQuery(chain: Chain, isAsked: boolean, floor: Registry | undefined) {
  return queryOptions({
    queryKey: ['registry', 'refresh'] as const,
    // Not given up when the reader leaves the screen: it would be asked for anew on the next one.
    queryFn: async () => {
      if (floor === undefined) throw new Error('the committed registry is not there yet')
      await chain.whenIdle()
      const { refreshRegistry } = await import('./registry-refresh.ts')
      return refreshRegistry(floor, { archive: createRefreshArchive(), now: chain.now })
    },
    enabled: floor !== undefined && isAsked,
    staleTime: READ_AGAIN_AFTER_MS,
    structuralSharing: false,
  })
}

/** The archive knows when the repository may be asked again; this only bounds how often it is looked up. */
const READ_AGAIN_AFTER_MS = 900_000
