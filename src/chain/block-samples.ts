import type { BlockSample } from '../domain/upgrades/eta/block-sample.ts'
import { RpcRefusalError } from '../rpc/errors.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { fetchBlockHeader } from './blocks.ts'

/** Headers of some heights, as far as nodes have them, and who told the newest. */
export interface ToldSamples {
  readonly samples: readonly BlockSample[]
  /** undefined when none could be had. */
  readonly endpoint: string | undefined
  /** Why the first that could not be had could not; undefined when all could. */
  readonly failure: unknown
}

/** Times of blocks by their headers, ten to a request. A header no node has is left out: the estimate does with less. */
export async function fetchBlockSamples(
  transport: Transport,
  heights: readonly bigint[],
  options: RequestOptions = {},
): Promise<ToldSamples> {
  const settled = await Promise.allSettled(
    heights.map((height) => fetchBlockHeader(transport, height, options)),
  )
  const told = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  return {
    samples: told.map(({ value }) => ({ height: value.height, timeMs: value.time.getTime() })),
    endpoint: told.at(-1)?.endpoint,
    failure: settled.find((one) => one.status === 'rejected')?.reason,
  }
}

/**
 * How far back the endpoints reach together: `wanted` where one of them has that block, else the lowest block one told of.
 * @param bounds `earliest`: of the node that was asked first. Never rejects: it is what is known without the others.
 */
export async function findLowestKept(
  transport: Transport,
  { wanted, earliest }: { readonly wanted: bigint; readonly earliest: bigint },
  options: RequestOptions = {},
): Promise<bigint> {
  try {
    return (await fetchBlockHeader(transport, wanted, options)).value.height
  } catch (error) {
    const refusal = error instanceof RpcRefusalError ? error.refusal : undefined
    return refusal?.kind === 'height-unavailable' && refusal.lowest < earliest
      ? refusal.lowest
      : earliest
  }
}
