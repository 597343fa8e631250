import { isComparedRequest } from '../chain/compared-paths.ts'
import type { NodeFacts } from '../chain/node.ts'
import type { Chain } from '../queries/chain.ts'
import { NOT_FOLLOWING } from '../queries/following.ts'
import { createAnswerWitness } from '../rpc/answer-witness.ts'
import { type Connection, createConnection } from '../rpc/connection.ts'
import { createHealth, type Health } from '../rpc/health.ts'
import { healthOf } from '../rpc/health-of.ts'
import { isLoopbackHost, publicUrl } from '../rpc/public-url.ts'
import { demoEvents, demoHttp } from './demo/demo-connection.ts'
import { findVisitedChain } from './early/visits.ts'
import {
  archiveScopeOf,
  type ChosenEndpoint,
  chooseEndpoints,
  DEMO_CHOICE,
  type EndpointChoice,
  type EndpointSearch,
} from './endpoint-choice.ts'
import type { Environment } from './environment.ts'
import {
  createFallback,
  type Fallback,
  type FallbackState,
  NO_FALLBACK,
} from './fallback/fallback.ts'
import { createFollowing } from './following.ts'
import { createDemoArchives, createSessionArchives, type DemoArchives } from './session-archives.ts'
import { createSessionNodes } from './session-nodes.ts'

/** The chain a URL names, connected, or what stands in for it; or why nothing is connected yet. */
export type Session =
  | {
      readonly kind: 'connected'
      /** What the URL names, where this one is shown in its place: the demo chain, or what an earlier visit kept. */
      readonly standsInFor?: ConnectedSession
      readonly fallback: Fallback
      readonly chain: Chain
      readonly connection: Connection
      readonly endpoints: readonly ChosenEndpoint[]
      readonly networkName: string | undefined
      /** What the chain's nodes said of it last. */
      readonly facts: FactsStore
    }
  | Exclude<EndpointChoice, { kind: 'chosen' }>
  | { readonly kind: 'bad-height'; readonly text: string }

export type ConnectedSession = Extract<Session, { kind: 'connected' }>

type Chosen = Extract<EndpointChoice, { kind: 'chosen' }>

/** Gives the same session for the same choice, so that its health and its query keys live as long as the page. */
export function createSessions(environment: Environment): (search: EndpointSearch) => Session {
  const known = new Map<string, ConnectedSession>()
  const standIns = new WeakMap<FallbackState, ConnectedSession>()
  const demoArchives = createDemoArchives()
  // What is known of an endpoint outlives the choice it was part of.
  const health = createHealth({ clock: () => environment.now().getTime() })
  const demoHealth = createHealth({ clock: () => demoNow(environment).getTime() })
  const openOnce = (choice: Chosen, height: bigint | undefined): ConnectedSession => {
    const key = keyOf(choice, height)
    const session =
      known.get(key) ??
      open(
        environment,
        { health: choice.own === 'demo' ? demoHealth : health, demoArchives },
        choice,
        key,
        height,
      )
    known.set(key, session)
    return session
  }
  const standInOf = (asked: ConnectedSession): ConnectedSession => {
    const state = asked.fallback.state()
    if (state.kind !== 'demo' && state.kind !== 'kept') return asked
    const shown = standIns.get(state) ?? {
      ...(state.kind === 'demo'
        ? openOnce(DEMO_CHOICE, undefined)
        : { ...asked, chain: state.chain }),
      standsInFor: asked,
    }
    standIns.set(state, shown)
    return shown
  }
  return (search) => {
    const choice = chooseEndpoints(search, environment.config, environment.consent.has)
    if (choice.kind !== 'chosen') return choice
    const height = parseHeight(search.height)
    if (height === 'bad') return { kind: 'bad-height', text: search.height ?? '' }
    return standInOf(openOnce(choice, height))
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
  shared: { readonly health: Health; readonly demoArchives: DemoArchives },
  choice: Chosen,
  key: string,
  explicitHeight: bigint | undefined,
): ConnectedSession {
  const { fetch, whenIdle, openDemo } = environment
  const isDemo = choice.own === 'demo'
  const now = isDemo ? () => demoNow(environment) : environment.now
  const openWebSocket = isDemo ? demoEvents(openDemo) : undefined
  const urls = choice.endpoints.map(({ url, name }) => ({
    url: new URL(url, location.origin).href,
    reportedUrl: name,
  }))
  const facts = createFactsStore()
  const connection = createConnection(urls, {
    http: isDemo ? demoHttp(openDemo) : { fetch },
    chainId: () => choice.expectedChainId,
    health: healthOf(
      shared.health,
      urls.map(({ reportedUrl }) => publicUrl(reportedUrl)),
    ),
  })
  const witness = createAnswerWitness(connection.transport, isComparedRequest)
  const { following, learn } =
    environment.fixedNow === undefined && explicitHeight === undefined
      ? createFollowing({ endpoints: urls, transport: connection.transport, now, openWebSocket })
      : { following: NOT_FOLLOWING, learn: () => undefined }
  const firstUrl = urls[0]?.url
  const chain: Chain = {
    key,
    transport: witness.transport,
    nodes: createSessionNodes({
      ...{ connection, endpoints: urls, facts, openWebSocket },
      recall: witness.recall,
    }),
    explicitHeight,
    expectedChainId: choice.expectedChainId,
    isDemo,
    isOwnNode: isDemo || choice.endpoints.every(({ name }) => isLoopback(name)),
    ...createSessionArchives({
      ...{ demoArchives: shared.demoArchives, firstUrl },
      scopeOf: (chainId) => archiveScopeOf(choice, chainId),
    }),
    now,
    following,
    onFacts: (read) => {
      facts.set(read)
      learn(read)
    },
    whenIdle,
  }
  return {
    kind: 'connected',
    connection,
    endpoints: choice.endpoints,
    networkName: choice.network?.name,
    facts,
    chain,
    fallback: isDemo
      ? NO_FALLBACK
      : createFallback({
          ...{ connection, facts, chain },
          // A height is of the chain the link means, and no other chain stands in for that.
          mode: choice.own === 'public' && explicitHeight === undefined ? 'swap' : 'offer',
          prepareDemo: () => void openDemo().catch(() => undefined),
          keptChainId: choice.expectedChainId ?? visitedChain(firstUrl),
        }),
  }
}

/** The reader can move the demo chain's clock on (shell/JumpControl.tsx). */
function demoNow({ now, demoClock }: Environment): Date {
  return new Date(now().getTime() + (demoClock?.aheadMs ?? 0))
}

function visitedChain(firstUrl: string | undefined): string | undefined {
  return firstUrl === undefined ? undefined : findVisitedChain(firstUrl)
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

function parseHeight(text: string | undefined): bigint | undefined | 'bad' {
  if (text === undefined) return undefined
  return /^[1-9]\d{0,18}$/.test(text) ? BigInt(text) : 'bad'
}
