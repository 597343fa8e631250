import { useSyncExternalStore } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import type { ConnectedSession } from '../session.ts'
import { BannerFrame } from './BannerFrame.tsx'
import { UnreachableNote } from './UnreachableNote.tsx'

/** Nothing newer than what an earlier visit kept can be read: of when it is, and from which node. */
export function KeptBanner({ asked }: { readonly asked: ConnectedSession }) {
  const { fallback, networkName, chain } = asked
  const state = useSyncExternalStore(fallback.subscribe, fallback.state)
  if (state.kind !== 'kept') return null
  const { kept } = state
  return (
    <BannerFrame title="Kept from an earlier visit.">
      {formatCount(kept.count, 'proposal')} of {networkName ?? sanitizeChainText(kept.chainId)}, as
      of height <HeightText height={kept.height} />,{' '}
      <TimeText
        date={kept.time}
        now={chain.now()}
        form="line"
        absence="at a time no node would tell"
      />
      , read from <span className="break-all">{sanitizeChainText(kept.endpoint)}</span>. Nothing
      newer could be read, so which votes are open now, and how they stand, is not known.
      <UnreachableNote asked={asked} />
    </BannerFrame>
  )
}
