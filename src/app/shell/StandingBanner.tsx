import { Link } from '@tanstack/react-router'
import { NETWORKS } from '../../data/networks.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { DEMO_NETWORK_ID } from '../demo/demo-endpoints.ts'
import { BannerFrame } from './BannerFrame.tsx'
import { JumpControl } from './JumpControl.tsx'
import { KeptBanner } from './KeptBanner.tsx'
import { OfferBanner } from './OfferBanner.tsx'
import { useSession } from './session-context.ts'
import type { Standing } from './standing.ts'
import { UnreachableNote } from './UnreachableNote.tsx'

/** What the figures on screen are, where they are not simply those of the chain the URL names. */
export function StandingBanner({ standing }: { readonly standing: Standing }) {
  switch (standing.kind) {
    case 'plain':
      return null
    case 'kept':
      return <KeptBanner asked={standing.asked} />
    case 'offer':
      return <OfferBanner asked={standing.asked} />
    case 'demo-node':
      return (
        <BannerFrame title="Invented data.">
          This node serves Skylight’s demo chain ({sanitizeChainText(standing.chainId)}): nothing
          here is of a real network, and nothing of it is kept.
        </BannerFrame>
      )
    case 'demo-asked':
      return (
        <BannerFrame title="Invented data.">
          This is Skylight’s demo chain, which lives in this page: no figure here is of a real
          network.{' '}
          <span className="inline-flex flex-wrap gap-x-4">
            <RealNetworkLink />
            <JumpControl />
          </span>
        </BannerFrame>
      )
    case 'demo-stand-in':
      return (
        <BannerFrame title="Invented data.">
          This is Skylight’s demo chain, shown in place of{' '}
          {standing.asked.networkName ?? 'a real network'}: no figure here is of it.
          <UnreachableNote asked={standing.asked} /> <JumpControl />
        </BannerFrame>
      )
  }
}

/** Out of the demo chain, also where that is what the page opens with. */
function RealNetworkLink() {
  const { config } = useSession().environment
  const [first] = NETWORKS
  const isDefault = config.network === DEMO_NETWORK_ID && (config.endpoints ?? []).length === 0
  return (
    <Link
      to="."
      search={(search) => ({
        ...search,
        network: isDefault ? first?.id : undefined,
        rpc: undefined,
        height: undefined,
      })}
      className="whitespace-nowrap"
    >
      Show {isDefault ? first?.name : 'the default network'}
    </Link>
  )
}
