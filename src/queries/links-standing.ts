import type { AepLinksReading } from './aep-links.ts'
import type { LinkedRegistry } from './linked-registry.ts'

/** What can be said of the AEPs of this chain's plans and proposals. */
export type LinksStanding =
  | { readonly kind: 'reading' }
  /** The chain could not be read, or the linker failed. */
  | { readonly kind: 'lost' }
  /** `reading`: more may come; `lost`: the rest could not be read. Until `read`, that none was found says nothing. */
  | {
      readonly kind: 'read'
      readonly linked: LinkedRegistry
      readonly extent: 'reading' | 'read' | 'lost'
    }

/** What a screen of this chain can say by now: links on record of akashnet-2 are none of its own. */
export function standingOfLinks(links: AepLinksReading): LinksStanding {
  if (links.kind === 'failed') return { kind: 'lost' }
  if (links.kind === 'loading' || links.linked === undefined) return { kind: 'reading' }
  const { linked, chain } = links
  // On record are plans and proposals of akashnet-2, which those on screen may not be.
  if (linked.basis.kind === 'record') return { kind: 'lost' }
  if (!linked.basis.isWhole && chain.kind === 'read') {
    return { kind: 'read', linked, extent: 'reading' }
  }
  switch (chain.kind) {
    case 'reading':
      return { kind: 'read', linked, extent: 'reading' }
    case 'partly':
      return { kind: 'read', linked, extent: chain.failure === undefined ? 'reading' : 'lost' }
    case 'read':
      return { kind: 'read', linked, extent: 'read' }
    case 'failed':
      return { kind: 'read', linked, extent: 'lost' }
  }
}
