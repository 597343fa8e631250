import { createProposalArchive } from '../archive/proposal-archive.ts'
import type { NodeFacts } from '../chain/node.ts'
import type { Chain } from '../queries/chain.ts'
import { NOT_FOLLOWING } from '../queries/following.ts'
import { type Connection, createConnection } from '../rpc/connection.ts'
import { createHealth } from '../rpc/health.ts'
import { isLoopbackHost } from '../rpc/public-url.ts'
import { rememberVisit } from './early/visits.ts'
import {
  archiveScopeOf,
  type ChosenEndpoint,
  chooseEndpoints,
  type EndpointChoice,
  type EndpointSearch,
} from './endpoint-choice.ts'
import type { Environment } from './environment.ts'
import { createFollowing } from './following.ts'

/** The chain a URL names, connected; or why nothing is connected yet. */
export type Session =
  | {
      readonly kind: 'connected'
      readonly chain: Chain
      readonly connection: Connection
      readonly endpoints: readonly ChosenEndpoint[]
      readonly networkName: string | undefined
      /** What the chain's nodes said of it last. */
      readonly facts: FactsStore
    }
  | Exclude<EndpointChoice, { kind: 'chosen' }>
  | { readonly kind: 'bad-height'; readonly text: string }

type Chosen = Extract<EndpointChoice, { kind: 'chosen' }>

/** Gives the same session for the same choice, so that its health and its query keys live as long as the page. */
export function createSessions(environment: Environment): (search: EndpointSearch) => Session {
  const known = new Map<string, Session>()
  return (search) => {
    const choice = chooseEndpoints(search, environment.config, environment.consent.has)
    if (choice.kind !== 'chosen') return choice
    const height = parseHeight(search.height)
    if (height === 'bad') return { kind: 'bad-height', text: search.height ?? '' }
    const key = keyOf(choice, height)
    const session = known.get(key) ?? open(environment, choice, key, height)
    known.set(key, session)
    return session
  }
}

/** The same endpoint asked as another network, or come by in another way, is another session. */
function keyOf(choice: Chosen, height: bigint | undefined): string {
  const { endpoints, network, expectedChainId, isLinked } = choice
  return JSON.stringify([
    network?.id ?? null,
    expectedChainId ?? null,
    isLinked,
    endpoints.map(({ url }) => url),
    height?.toString() ?? 'latest',
  ])
}

function open(
  environment: Environment,
  choice: Chosen,
  key: string,
  explicitHeight: bigint | undefined,
): Session {
  const { fetch, now, whenIdle } = environment
  const urls = choice.endpoints.map(({ url, name }) => ({
    url: new URL(url, location.origin).href,
    reportedUrl: name,
  }))
  const facts = createFactsStore()
  const connection = createConnection(urls, {
    http: { fetch },
    chainId: () => choice.expectedChainId,
    health: createHealth({ clock: () => now().getTime() }),
  })
  const { following, learn } =
    environment.fixedNow === undefined && explicitHeight === undefined
      ? createFollowing({ endpoints: urls, transport: connection.transport, now })
      : { following: NOT_FOLLOWING, learn: () => undefined }
  return {
    kind: 'connected',
    connection,
    endpoints: choice.endpoints,
    networkName: choice.network?.name,
    facts,
    chain: {
      key,
      transport: connection.transport,
      explicitHeight,
      expectedChainId: choice.expectedChainId,
      isOwnNode: choice.endpoints.every(({ name }) => isLoopback(name)),
      openArchive: openArchiveOf(choice, urls[0]?.url),
      openVoteArchive: openVoteArchiveOf(choice),
      now,
      following,
      onFacts: (read) => {
        facts.set(read)
        learn(read)
      },
      whenIdle,
    },
  }
}

/** Loaded late, for only the page of a proposal needs it. */
function openVoteArchiveOf(choice: Chosen): Chain['openVoteArchive'] {
  return async (chainId) => {
    const { createVoteArchive } = await import('../archive/vote-archive.ts')
    return createVoteArchive(archiveScopeOf(choice, chainId))
  }
}

/** By the address people know the node by: the page's own server forwards to it. */
function isLoopback(name: string): boolean {
  return URL.canParse(name) && isLoopbackHost(new URL(name).hostname)
}

/** The newest facts, for the parts of the page that outlive a screen. */
export interface FactsStore {
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => NodeFacts | undefined
}

function createFactsStore(): FactsStore & { readonly set: (facts: NodeFacts) => void } {
  let current: NodeFacts | undefined
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    current: () => current,
    set: (facts) => {
      current = facts
      for (const listener of listeners) listener()
    },
  }
}

/** An archive that leaves word for the early script: what was kept need not be asked for ahead of the app. */
function openArchiveOf(choice: Chosen, firstUrl: string | undefined): Chain['openArchive'] {
  return (chainId) => {
    const archive = createProposalArchive(archiveScopeOf(choice, chainId))
    return {
      ...archive,
      async save(proposals, completeBelow) {
        const isKept = await archive.save(proposals, completeBelow)
        if (isKept && firstUrl !== undefined) rememberVisit(firstUrl)
        return isKept
      },
    }
  }
}

function parseHeight(text: string | undefined): bigint | undefined | 'bad' {
  if (text === undefined) return undefined
  return /^[1-9]\d{0,18}$/.test(text) ? BigInt(text) : 'bad'
}
