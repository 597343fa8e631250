import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { type ComparedFact, formatFactKey, type Opinion } from '../domain/second-opinion.ts'
import type { Source } from '../domain/source.ts'
import { type Chain, useChain } from './chain.ts'

/** Facts of one picture: all of one height. */
export interface ComparedPicture {
  readonly source: Pick<Source, 'chainId' | 'height'>
  readonly facts: readonly ComparedFact[]
}

/** What other nodes say, by `formatFactKey`. */
export type SecondOpinions = ReadonlyMap<string, Opinion>

export type Disagreement = Extract<Opinion, { kind: 'differs' }>

const NONE: SecondOpinions = new Map()
const ASKED_EVERY_MS = 60_000

/** `name` tells pictures of one chain apart; it stays the same while the picture moves on with the chain. */
function secondOpinionQuery(chain: Chain, name: string, picture: ComparedPicture | undefined) {
  const { nodes } = chain
  return queryOptions({
    queryKey: [chain.key, 'second-opinion', name] as const,
    queryFn: async ({ signal }) => {
      await chain.whenIdle()
      if (picture === undefined) return NONE
      const { readSecondOpinions } = await import('./read-second-opinions.ts')
      return readSecondOpinions(chain, picture, signal)
    },
    staleTime: ASKED_EVERY_MS,
    refetchInterval: ASKED_EVERY_MS,
    // An alarm stays for the screen about nodes.
    gcTime: Number.POSITIVE_INFINITY,
    enabled:
      chain.onlyKept === undefined &&
      picture !== undefined &&
      nodes.peers.length > 1 &&
      !nodes.savesData(),
  })
}

/** Asks for second opinions once a picture is whole, and every minute while it is looked at. */
export function useSecondOpinions(
  name: string,
  picture: ComparedPicture | undefined,
): SecondOpinions {
  const chain = useChain()
  return useQuery(secondOpinionQuery(chain, name, picture)).data ?? NONE
}

/** Every disagreement found on the screens of this chain since the page was opened. */
export function useDisagreements(): readonly Disagreement[] {
  const { key } = useChain()
  const client = useQueryClient()
  const found = new Map<string, Disagreement>()
  // One text that changes with every disagreement, for the entries are new objects each time they are asked for.
  const read = () =>
    client
      .getQueriesData<SecondOpinions>({ queryKey: [key, 'second-opinion'] })
      .flatMap(([, opinions]) => [...(opinions?.values() ?? [])])
      .filter((opinion) => opinion.kind === 'differs')
  useSyncExternalStore(
    (listener) => client.getQueryCache().subscribe(listener),
    () =>
      read()
        .map(({ fact, height }) => `${formatFactKey(fact)} ${height}`)
        .join(),
  )
  for (const opinion of read()) found.set(formatFactKey(opinion.fact), opinion)
  return [...found.values()]
}
