import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { HaltRoom } from '../domain/upgrades/halt/halt-room.ts'
import { useChain } from './chain.ts'
import type { HaltPlan } from './halt-plan.ts'
import { createHaltRoom } from './halt-room.ts'
import type { Schedule } from './live-pacing.ts'

const schedule: Schedule = (run, delayMs) => {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

/** The halt room of a plan, asked for while the page is looked at. */
export function useHaltRoom({ name, height }: HaltPlan, chainId: string): HaltRoom {
  const chain = useChain()
  const watch = useMemo(
    () =>
      createHaltRoom({
        plan: { name, height },
        peers: chain.nodes.peers,
        transport: chain.transport,
        chainId,
        now: chain.now,
        schedule,
        notBeforeMs: (endpoint) => chain.nodes.health.snapshot(endpoint).retryNotBeforeMs,
      }),
    [chain, name, height, chainId],
  )
  useEffect(() => {
    const follow = () => (document.visibilityState === 'visible' ? watch.start() : watch.stop())
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      watch.stop()
    }
  }, [watch])
  return useSyncExternalStore(watch.subscribe, watch.current)
}
