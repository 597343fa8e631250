import { NETWORKS } from '../data/networks.ts'
import type { Day } from '../domain/registry/aep.ts'
import type { Registry } from '../domain/registry/registry.ts'
import type { Chain } from './chain.ts'

/** As of when the registry is. */
export type RegistryFreshness =
  | {
      readonly kind: 'committed'
      /** Of the repository's commit that the registry was made from. */
      readonly day: Day
      /** Why it is not newer, as a sentence. */
      readonly note?: string | undefined
    }
  | {
      readonly kind: 'refreshed'
      readonly at: Date
      /** As of `committed`: what it is compared with. */
      readonly day: Day
      /** AEPs that the committed registry has no document of, and AEPs whose document says something else by now. */
      readonly added: number
      readonly changed: number
      /** What could not be read of it, or why it is not newer; sentences. */
      readonly note?: string | undefined
    }

export interface FreshRegistry {
  readonly registry: Registry
  readonly freshness: RegistryFreshness
}

/** The committed registry as it is. */
export function committedRegistry(registry: Registry, note?: string): FreshRegistry {
  const { day } = registry.aepSnapshot
  return {
    registry,
    freshness: { kind: 'committed', day, ...(note === undefined ? {} : { note }) },
  }
}

/** Whether the repository of AEPs is asked unasked: for the chains that are on record as Akash's, and no invented one. */
export function isRepositoryAsked(
  { isDemo }: Pick<Chain, 'isDemo'>,
  chainId: string | undefined,
): boolean {
  return isDemo !== true && NETWORKS.some((network) => network.chainId === chainId)
}

/** Why it is not, as a sentence; undefined where it is, or the chain is not known yet. */
export function describeNotAsked(
  chain: Pick<Chain, 'isDemo'>,
  chainId: string | undefined,
): string | undefined {
  if (chain.isDemo === true) return 'For the demo chain nothing is asked of the internet.'
  if (chainId === undefined || isRepositoryAsked(chain, chainId)) return undefined
  return 'The AEP repository is read anew only for networks of Akash.'
}
