import { findNetwork, NETWORKS, type Network } from '../data/networks.ts'
import { parseEndpointUrl } from '../rpc/parse-endpoint-url.ts'
import { DEMO_ENDPOINTS, DEMO_NETWORK_ID } from './demo/demo-endpoints.ts'
import type { PageConfig } from './page-config.ts'

/** An endpoint the page may call. */
export interface ChosenEndpoint {
  /** What is called; a path of this host when the local server forwards. */
  readonly url: string
  /** What people read. */
  readonly name: string
  /** What `?rpc=` names it by. @default name */
  readonly address?: string
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
      /** Set where nobody named the endpoints: the demo chain's, or the public ones of a network. */
      readonly own?: 'demo' | 'public'
    }
  | {
      readonly kind: 'asking'
      /** Endpoints the reader has not agreed to. */
      readonly urls: readonly string[]
      /** The link's other endpoints, as `?rpc=` names them; undefined when there is none. */
      readonly rest: string | undefined
    }
  | { readonly kind: 'refused'; readonly text: string; readonly sentence: string }

type Chosen = Extract<EndpointChoice, { kind: 'chosen' }>

export function chooseEndpoints(
  search: EndpointSearch,
  config: PageConfig,
  isConsented: (url: string) => boolean,
): EndpointChoice {
  const own = ownEndpoints(search, config)
  if (own.kind !== 'chosen' || search.rpc === undefined) return own
  const isNamed = search.network !== undefined || own.own === undefined
  return chooseFromLink(search.rpc, isNamed ? own : NOTHING_NAMED, isConsented)
}

/** A link that names endpoints and no network may be of any chain: which, its first endpoint tells. */
const NOTHING_NAMED: Chosen = {
  kind: 'chosen',
  endpoints: [],
  network: undefined,
  expectedChainId: undefined,
  isLinked: false,
}

/** What is read where a link names no endpoints: those the page was given, or those of a network. */
export function ownEndpoints(
  search: Pick<EndpointSearch, 'network'>,
  config: PageConfig,
): EndpointChoice {
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
  if (name === DEMO_NETWORK_ID) return DEMO_CHOICE
  const network = name === undefined ? NETWORKS[0] : findNetwork(name)
  if (network === undefined) {
    const known = [...NETWORKS.map(({ id }) => id), DEMO_NETWORK_ID].join(', ')
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
    own: 'public',
  }
}

/** Its chain id changes with its epoch, so none is expected; one that is no demo chain's is refused when it is read. */
export const DEMO_CHOICE: Chosen = {
  kind: 'chosen',
  endpoints: DEMO_ENDPOINTS,
  network: undefined,
  expectedChainId: undefined,
  isLinked: false,
  own: 'demo',
}

/**
 * Where to keep what is read under a chain's name. A linked endpoint may claim any name, so what it says is kept apart
 * from what the configured endpoints of that name said.
 */
export function archiveScopeOf(choice: Chosen, chainId: string): string {
  if (!choice.isLinked) return chainId
  return `${chainId} @ ${choice.endpoints.map(({ url }) => url).join(' ')}`
}

/** More than this nobody compares, and each costs requests. */
const MOST_ENDPOINTS = 20

/** `?rpc=` from addresses in order of preference; a comma within one must not part it. */
export function formatEndpointList(addresses: readonly string[]): string {
  return addresses.map((address) => address.replaceAll(',', '%2C')).join(',')
}

/** What `?rpc=` names an endpoint by. */
export function addressOf({ address, name }: ChosenEndpoint): string {
  return address ?? name
}

/** The endpoints a link names, in its order. Those of `own` need no consent. */
function chooseFromLink(
  text: string,
  own: Chosen,
  isConsented: (url: string) => boolean,
): EndpointChoice {
  const parts = [...new Set(text.split(',').filter((part) => part.trim() !== ''))]
  if (parts.length > MOST_ENDPOINTS) {
    const sentence = `It names ${parts.length} endpoints; at most ${MOST_ENDPOINTS} are used at once.`
    return { kind: 'refused', text, sentence }
  }
  const endpoints: ChosenEndpoint[] = []
  const linked: string[] = []
  for (const part of parts.length === 0 ? [text] : parts) {
    const parsed = parseEndpointUrl(part)
    if (parsed.kind !== 'endpoint') {
      return { kind: 'refused', text: part, sentence: parsed.sentence }
    }
    const { url, publicUrl } = parsed
    if (endpoints.some((known) => known.url === url)) continue
    const trusted = own.endpoints.find((one) => addressOf(one) === url)
    if (trusted === undefined) linked.push(url)
    endpoints.push(
      trusted ?? { url, name: publicUrl, ...(url === publicUrl ? {} : { address: url }) },
    )
  }
  if (linked.length > 0 && own.own === 'demo') {
    const sentence =
      'The demo chain is invented and has only endpoints of its own; name a network to read other nodes.'
    return { kind: 'refused', text, sentence }
  }
  const urls = linked.filter((url) => !isConsented(url))
  if (urls.length > 0) {
    const rest = endpoints.map(addressOf).filter((address) => !urls.includes(address))
    return { kind: 'asking', urls, rest: rest.length === 0 ? undefined : formatEndpointList(rest) }
  }
  const { network, expectedChainId } =
    linked.length === endpoints.length && own.own === undefined ? NOTHING_NAMED : own
  return {
    kind: 'chosen',
    endpoints,
    network,
    expectedChainId,
    isLinked: linked.length > 0,
    ...(own.own === 'demo' ? { own: 'demo' } : {}),
  }
}
