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

/** The halt room of a plan. Nothing is asked while it is not watched; what was seen stays. */
export function useHaltRoom(
  { name, height }: HaltPlan,
  chainId: string,
  isWatched: boolean,
): HaltRoom {
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
    if (!isWatched) return
    watch.start()
    return watch.stop
  }, [watch, isWatched])
  return useSyncExternalStore(watch.subscribe, watch.current)
}
