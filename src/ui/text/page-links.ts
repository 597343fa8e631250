import { createContext, type MouseEvent, useContext } from 'react'

/** Screens that stand beside each other under one entry of the navigation. */
export type ScreenPath =
  | '/aeps'
  | '/aeps/pipeline'
  | '/aeps/findings'
  | '/sigs'
  | '/projects'
  | '/market'
  | `/market/${'leases' | 'auctions' | 'gpus' | 'providers' | 'act'}`

/** Pages of this site that texts can lead to. The app knows them; this room does not. */
export interface PageLinks {
  /** undefined: an address of another chain, or none. */
  readonly addressHref: (address: string) => string | undefined
  readonly heightHref: (height: bigint) => string
  readonly proposalHref: (id: bigint) => string
  /** undefined: no address can carry the name. */
  readonly upgradeHref: (name: string) => string | undefined
  readonly aepHref: (aep: number) => string
  readonly groupHref: (id: string) => string
  readonly screenHref: (path: ScreenPath) => string
  /** `id` as `leaseKey` spells it. */
  readonly leaseHref: (id: string) => string
  /** The page of a provider or tenant of the market; undefined: an address of another chain, or none. */
  readonly holderHref: (as: 'provider' | 'tenant', address: string) => string | undefined
  readonly onFollow: (href: string, event: MouseEvent) => void
}

const PageLinksContext = createContext<PageLinks | undefined>(undefined)

export const PageLinksProvider = PageLinksContext.Provider

/** undefined where nothing is linked, as in a text without an app around it. */
export function usePageLinks(): PageLinks | undefined {
  return useContext(PageLinksContext)
}
