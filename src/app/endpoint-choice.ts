import { findNetwork, NETWORKS, type Network } from '../data/networks.ts'
import { parseEndpointUrl } from '../rpc/parse-endpoint-url.ts'
import type { PageConfig } from './page-config.ts'

/** An endpoint the page may call. */
export interface ChosenEndpoint {
  /** What is called; a path of this host when the local server forwards. */
  readonly url: string
  /** What people read. */
  readonly name: string
}

/** What the URL says about where to read (`?network=`, `?rpc=`, `?height=`). */
export interface EndpointSearch {
  readonly network?: string | undefined
  readonly rpc?: string | undefined
  readonly height?: string | undefined
}

/**
 * Which endpoints the page reads. Three outcomes for an endpoint named in a link, because two would mean silently using
 * another node: used, waiting for the reader to agree, or refused as no usable address.
 */
export type EndpointChoice =
  | {
      readonly kind: 'chosen'
      readonly endpoints: readonly ChosenEndpoint[]
      readonly network: Network | undefined
      /** The chain the reader expects; undefined for endpoints that name none. */
      readonly expectedChainId: string | undefined
      /** Named by a link or typed, not by this app or whoever serves the page. */
      readonly isLinked: boolean
    }
  | { readonly kind: 'asking'; readonly url: string }
  | { readonly kind: 'refused'; readonly text: string; readonly sentence: string }

export function chooseEndpoints(
  search: EndpointSearch,
  config: PageConfig,
  isConsented: (url: string) => boolean,
): EndpointChoice {
  if (search.rpc !== undefined) return chooseFromLink(search.rpc, isConsented)
  if (search.network === undefined && config.endpoints && config.endpoints.length > 0) {
    const network = config.network === undefined ? undefined : findNetwork(config.network)
    return {
      kind: 'chosen',
      endpoints: config.endpoints,
      network,
      expectedChainId: network?.chainId,
      isLinked: false,
    }
  }
  const name = search.network ?? config.network
  const network = name === undefined ? NETWORKS[0] : findNetwork(name)
  if (network === undefined) {
    const known = NETWORKS.map(({ id }) => id).join(', ')
    return {
      kind: 'refused',
      text: name ?? '',
      sentence: `No network of that name is known here. Known: ${known}.`,
    }
  }
  return {
    kind: 'chosen',
    endpoints: network.endpoints.map(({ url }) => ({ url, name: url })),
    network,
    expectedChainId: network.chainId,
    isLinked: false,
  }
}

/**
 * Where to keep what is read under a chain's name. A linked endpoint may claim any name, so what it says is kept apart
 * from what the configured endpoints of that name said.
 */
export function archiveScopeOf(
  choice: Extract<EndpointChoice, { kind: 'chosen' }>,
  chainId: string,
): string {
  if (!choice.isLinked) return chainId
  return `${chainId} @ ${choice.endpoints.map(({ url }) => url).join(' ')}`
}

function chooseFromLink(text: string, isConsented: (url: string) => boolean): EndpointChoice {
  const parsed = parseEndpointUrl(text)
  if (parsed.kind !== 'endpoint') return { kind: 'refused', text, sentence: parsed.sentence }
  if (!isConsented(parsed.url)) return { kind: 'asking', url: parsed.url }
  return {
    kind: 'chosen',
    endpoints: [{ url: parsed.url, name: parsed.publicUrl }],
    network: undefined,
    expectedChainId: undefined,
    isLinked: true,
  }
}
