import { useSyncExternalStore } from 'react'
import { isDemoChainId } from '../../domain/demo-chain.ts'
import { NO_FALLBACK } from '../fallback/fallback.ts'
import type { ConnectedSession, Session } from '../session.ts'

/**
 * What the figures on screen are, where they are not simply those of the chain the URL names; each has its banner.
 * `demo-node`: the reader's own endpoints serve a demo chain.
 */
export type Standing =
  | { readonly kind: 'plain' }
  | { readonly kind: 'demo-asked' }
  | { readonly kind: 'demo-node'; readonly chainId: string }
  | { readonly kind: 'demo-stand-in'; readonly asked: ConnectedSession }
  | { readonly kind: 'kept'; readonly asked: ConnectedSession }
  | { readonly kind: 'offer'; readonly asked: ConnectedSession }

export function useStanding(session: Session): Standing {
  const connected = session.kind === 'connected' ? session : undefined
  const asked = connected?.standsInFor ?? connected
  const { subscribe, state } = asked?.fallback ?? NO_FALLBACK
  const fallback = useSyncExternalStore(subscribe, state)
  const read = useSyncExternalStore(
    asked?.facts.subscribe ?? subscribeToNothing,
    () => asked?.facts.current()?.chainId,
  )
  const health = asked?.connection.health
  const told = useSyncExternalStore(health?.subscribe ?? subscribeToNothing, () => {
    const ids = health?.snapshots().flatMap(({ facts }) => facts.chainId ?? []) ?? []
    return ids.every(isDemoChainId) ? ids[0] : undefined
  })
  if (asked === undefined) return { kind: 'plain' }
  if (asked.chain.isDemo === true) return { kind: 'demo-asked' }
  if (fallback.kind === 'demo') return { kind: 'demo-stand-in', asked }
  if (fallback.kind === 'kept') return { kind: 'kept', asked }
  // The screen about nodes reads no picture of a chain, yet shows what they tell of theirs.
  const chainId = read ?? (fallback.kind === 'none' ? told : undefined)
  if (chainId !== undefined && isDemoChainId(chainId)) return { kind: 'demo-node', chainId }
  return fallback.kind === 'offer' ? { kind: 'offer', asked } : { kind: 'plain' }
}

/** Whether what is on screen is invented. */
export function isInvented({ kind }: Standing): boolean {
  return kind === 'demo-asked' || kind === 'demo-node' || kind === 'demo-stand-in'
}

function subscribeToNothing(): () => void {
  return () => undefined
}
