import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { describeNodeState } from '../../domain/node-state.ts'
import { formatRelative } from '../../domain/time.ts'
import type { EndpointHealth } from '../../rpc/health.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Session } from '../session.ts'
import { nodeStateOf, toneOf } from './node-standing.ts'

/** The chain, its newest height and the age of that block; leads to what is known of each endpoint. */
export function NodeStatus({
  session,
}: {
  readonly session: Extract<Session, { kind: 'connected' }>
}) {
  const { health } = session.connection
  const snapshots = useSyncExternalStore(health.subscribe, health.snapshots)
  const facts = useSyncExternalStore(session.facts.subscribe, session.facts.current)
  const now = useNow(session.chain.now, 1_000)
  const state = nodeStateOf(facts, snapshots)
  const tone = toneOf(snapshots, state)
  const failing = snapshots.filter(({ failuresInARow }) => failuresInARow > 0).length
  return (
    <Link
      to="/nodes"
      search={{}}
      className="flex min-h-8 min-w-0 items-center gap-2 rounded-full border border-edge px-3 text-xs text-ink-2 no-underline hover:text-ink aria-[current=page]:text-ink"
    >
      <StatusDot tone={tone} />
      <span className="truncate">
        <StatusText best={bestOf(snapshots)} snapshots={snapshots} now={now} />
      </span>
      {/* What the dot says by its colour alone. */}
      <span className="sr-only">
        {tone === 'good' || tone === 'none' || state === undefined
          ? ''
          : `. ${describeNodeState(state)}`}
        {failing > 0 && ` ${failing} of ${session.endpoints.length} endpoints fail.`} Open the nodes
      </span>
    </Link>
  )
}
function StatusText({
  best,
  snapshots,
  now,
}: {
  readonly best: EndpointHealth | undefined
  readonly snapshots: readonly EndpointHealth[]
  readonly now: Date
}) {
  const { chainId, latestHeight, latestBlockTimeMs } = best?.facts ?? {}
  if (chainId === undefined || latestHeight === undefined) {
    return snapshots.some(({ lastFailure }) => lastFailure) ? 'No endpoint answers' : 'Connecting…'
  }
  return (
    <>
      {sanitizeChainText(chainId)} · {formatInteger(latestHeight)}
      {latestBlockTimeMs !== undefined && ` · ${formatRelative(new Date(latestBlockTimeMs), now)}`}
    </>
  )
}

/** The endpoint that has seen the highest block. */
function bestOf(snapshots: readonly EndpointHealth[]): EndpointHealth | undefined {
  return snapshots.reduce<EndpointHealth | undefined>((best, own) => {
    const height = own.facts.latestHeight
    if (height === undefined) return best
    return best?.facts.latestHeight !== undefined && best.facts.latestHeight >= height ? best : own
  }, undefined)
}

function StatusDot({ tone }: { readonly tone: ReturnType<typeof toneOf> }) {
  const colour = {
    good: 'bg-good',
    warn: 'bg-warn',
    bad: 'bg-bad',
    none: 'bg-ink-3',
  }[tone]
  return <span aria-hidden="true" className={`size-2 flex-none rounded-full ${colour}`} />
}
