import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { DEMO_NETWORK_ID } from '../demo/demo-endpoints.ts'
import type { ConnectedSession } from '../session.ts'
import { BannerFrame } from './BannerFrame.tsx'
import { describeUnreachable } from './describe-unreachable.ts'

/** Endpoints the reader chose cannot be read. Nothing is put in their place unasked. */
export function OfferBanner({ asked }: { readonly asked: ConnectedSession }) {
  const { fallback, networkName } = asked
  const state = useSyncExternalStore(fallback.subscribe, fallback.state)
  if (state.kind !== 'offer') return null
  const { kept, unreachable } = state
  return (
    <BannerFrame title="No endpoint answers.">
      {sanitizeChainText(describeUnreachable(unreachable, networkName))}
      <span className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
        {kept !== undefined && (
          <Button onClick={fallback.showKept}>
            Show what was kept as of height {formatInteger(kept.height)}
          </Button>
        )}
        <Link to="/nodes" search={{}}>
          What each endpoint says
        </Link>
        <Link
          to="."
          search={(search) => ({
            ...search,
            network: DEMO_NETWORK_ID,
            rpc: undefined,
            height: undefined,
          })}
        >
          Look at the demo chain (invented data) meanwhile
        </Link>
      </span>
    </BannerFrame>
  )
}
