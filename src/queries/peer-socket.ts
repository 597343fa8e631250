import { queryOptions } from '@tanstack/react-query'
import type { ChainEventStream, OpenChainEvents } from '../chain/events.ts'
import { describeQueryFailure } from './failures.ts'
import type { NodePeer } from './nodes.ts'

/** Whether an endpoint tells events by WebSocket. */
export type SocketAbility =
  | { readonly kind: 'works' }
  | { readonly kind: 'refused'; readonly sentence: string }

/** Tried once a page, and when the reader asks for it. */
export function peerSocketQuery(peer: NodePeer, isWanted: boolean) {
  return queryOptions({
    queryKey: ['node-socket', peer.name] as const,
    queryFn: async () => checkSocket(await peer.openEvents()),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    enabled: isWanted,
  })
}

/** Opens the WebSocket, subscribes to new blocks, and closes it as soon as it is known whether that works. */
export function checkSocket(open: OpenChainEvents): Promise<SocketAbility> {
  return new Promise((resolve) => {
    let stream: ChainEventStream | undefined
    const settle = (ability: SocketAbility) => {
      resolve(ability)
      stream?.close()
    }
    try {
      stream = open({
        onEvent: () => undefined,
        onState: (state) => {
          if (state.kind === 'open' || state.kind === 'silent') settle({ kind: 'works' })
          else if (state.kind === 'waiting' || state.kind === 'unavailable') {
            settle({ kind: 'refused', sentence: state.sentence })
          }
        },
      })
    } catch (error) {
      settle({ kind: 'refused', sentence: describeQueryFailure(error).sentence })
      return
    }
    stream.resume()
  })
}
