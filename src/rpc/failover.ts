import { AllEndpointsFailedError, EndpointError, RpcRefusalError } from './errors.ts'
import { executeOver } from './execute.ts'
import type { Health } from './health.ts'
import { readStatusFacts } from './health-facts.ts'
import { rankEndpoints } from './ranking.ts'
import { isAnswerableElsewhere } from './refusal.ts'
import type { RequestOptions, RpcAnswer, RpcRequest, Transport } from './transport.ts'

export interface FailoverOptions {
  /** Learns from the same transports (`onResponse`) and ranks them here. */
  readonly health: Health
  /**
   * Chain the endpoints must be of. Until it is known, the first endpoint of the list that told its chain sets it.
   * @default () => undefined
   */
  readonly chainId?: () => string | undefined
}

/** Timers may fire a little early; whoever has sat out a Retry-After is not turned away for that. */
const TIMER_SLACK_MS = 50

/** What one endpoint had to say. */
type Outcome =
  | { readonly kind: 'final'; readonly settle: () => RpcAnswer }
  /** Good form, but another node may know better. */
  | { readonly kind: 'provisional'; readonly settle: () => RpcAnswer }
  | { readonly kind: 'failed'; readonly error: EndpointError }

/**
 * Several endpoints as one transport. Each request asks them one after the other, best first: broken ones and those
 * which cannot know are passed over, and the first refusal is given back if nobody does better. One round, no waiting.
 */
export function createFailover(
  transports: readonly Transport[],
  options: FailoverOptions,
): Transport {
  const { health, chainId = () => undefined } = options
  const nameOf = (transport: Transport) => transport.endpoints[0] ?? ''
  const factsOf = (transport: Transport) => health.snapshot(nameOf(transport)).facts

  function expectedChainId(): string | undefined {
    const given = chainId()
    if (given !== undefined) return given
    for (const transport of transports) {
      const told = factsOf(transport).chainId
      if (told !== undefined) return told
    }
    return undefined
  }

  async function request(request: RpcRequest, requestOptions: RequestOptions = {}) {
    const healthOf = (transport: Transport) => health.snapshot(nameOf(transport))
    const { avoid = [] } = requestOptions
    const isAvoided = (transport: Transport) => avoid.includes(nameOf(transport))
    const ranked = rankEndpoints(transports, healthOf, request, health.now()).toSorted(
      (a, b) => Number(isAvoided(a)) - Number(isAvoided(b)),
    )
    const failed: EndpointError[] = []
    let fallback: (() => RpcAnswer) | undefined
    for (const transport of ranked) {
      const reason = reasonToSkip(transport)
      const outcome: Outcome =
        reason !== undefined
          ? { kind: 'failed', error: reason }
          : await ask(transport, request, requestOptions)
      if (outcome.kind === 'final') return outcome.settle()
      if (outcome.kind === 'provisional') fallback ??= outcome.settle
      else failed.push(outcome.error)
    }
    if (fallback !== undefined) return fallback()
    const [first, ...rest] = failed
    if (first === undefined)
      throw new EndpointError({ failure: { kind: 'no-endpoint' }, endpoint: '' })
    throw rest.length === 0 ? first : new AllEndpointsFailedError([first, ...rest])
  }

  /** Reasons not even to send: it asked us to wait, or it is known to be of another chain. */
  function reasonToSkip(transport: Transport): EndpointError | undefined {
    const endpoint = nameOf(transport)
    const { retryNotBeforeMs, facts } = health.snapshot(endpoint)
    const retryAfterMs = (retryNotBeforeMs ?? 0) - health.now()
    if (retryAfterMs > TIMER_SLACK_MS) {
      return new EndpointError({ failure: { kind: 'rate-limited' }, endpoint, retryAfterMs })
    }
    const expected = expectedChainId()
    return expected === undefined || facts.chainId === undefined
      ? undefined
      : wrongChain(endpoint, expected, facts.chainId)
  }

  async function ask(
    transport: Transport,
    request: RpcRequest,
    requestOptions: RequestOptions,
  ): Promise<Outcome> {
    const asked = judge(transport.request(request, requestOptions), requestOptions)
    const expected = expectedChainId()
    // A substitute that never told its chain tells it in the same batch: figures of two chains must not mix. The first
    // of the list is the reader's choice, and its requests stay as they are.
    if (
      transport === transports[0] ||
      expected === undefined ||
      factsOf(transport).chainId !== undefined
    ) {
      const outcome = await asked
      // Its answer may just have told which chain it is of.
      const told = factsOf(transport).chainId
      const identity =
        expected === undefined || told === undefined
          ? undefined
          : wrongChain(nameOf(transport), expected, told)
      return identity === undefined ? outcome : { kind: 'failed', error: identity }
    }
    const { signal, timeoutMs } = requestOptions
    const [outcome, identity] = await Promise.all([
      asked,
      identify(transport, expected, {
        ...(signal === undefined ? {} : { signal }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      }),
    ])
    return identity === undefined ? outcome : { kind: 'failed', error: identity }
  }

  async function identify(
    transport: Transport,
    expected: string,
    requestOptions: RequestOptions,
  ): Promise<EndpointError | undefined> {
    const endpoint = nameOf(transport)
    try {
      const { result } = await transport.request({ method: 'status' }, requestOptions)
      return wrongChain(endpoint, expected, readStatusFacts(result).chainId)
    } catch (error) {
      if (error instanceof EndpointError) return error
      if (error instanceof RpcRefusalError) return wrongChain(endpoint, expected, undefined)
      throw error
    }
  }

  const transport: Transport = {
    endpoints: transports.flatMap(({ endpoints }) => endpoints),
    request,
    execute: (call) => executeOver(transport, call),
    disconnect() {
      for (const one of transports) one.disconnect()
    },
  }
  return transport
}

function wrongChain(
  endpoint: string,
  expected: string,
  actual: string | undefined,
): EndpointError | undefined {
  if (actual === expected) return undefined
  return new EndpointError({ failure: { kind: 'wrong-chain', expected, actual }, endpoint })
}

/** Sorts an answer. What is neither an answer, a refusal nor a failure of the endpoint (an abort) is thrown on. */
async function judge(asked: Promise<RpcAnswer>, options: RequestOptions): Promise<Outcome> {
  try {
    const answer = await asked
    const isFinal = options.isFinal?.(answer.result) ?? true
    return { kind: isFinal ? 'final' : 'provisional', settle: () => answer }
  } catch (error) {
    if (error instanceof RpcRefusalError) {
      const settle = (): never => {
        throw error
      }
      const isFinal = !isAnswerableElsewhere(error.refusal.kind)
      return { kind: isFinal ? 'final' : 'provisional', settle }
    }
    if (error instanceof EndpointError) return { kind: 'failed', error }
    throw error
  }
}
