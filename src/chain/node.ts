import { isDemoChainId } from '../domain/demo-chain.ts'
import type { Plan } from '../domain/message.ts'
import { EndpointError } from '../rpc/errors.ts'
import type { Json, RequestOptions, RpcRequest, Transport } from '../rpc/transport.ts'
import { type AbciAnswer, abciRequest, fetchAbci, requireHeight } from './abci.ts'
import {
  APPLIED_UPGRADES_QUERY,
  CURRENT_PLAN_PATH,
  decodeAppliedUpgrades,
  decodeCurrentPlan,
  decodeModules,
  MODULE_VERSIONS_PATH,
} from './upgrade.ts'
import { readJson, requestDecoded } from './wire.ts'

/** What the rooms above may know of a transport: that it asks nodes. */
export type NodeTransport = Transport

/** What one needs to know of a node before asking it for state. */
export interface NodeFacts {
  readonly chainId: string
  readonly latestHeight: bigint
  readonly latestBlockTime: Date
  readonly earliestHeight: bigint
  /** undefined: the node does not say. */
  readonly txIndex: 'on' | 'off' | undefined
  readonly isCatchingUp: boolean
  /** CometBFT's version. */
  readonly engineVersion: string | undefined
  /** The application's version as `abci_info` tells it. */
  readonly appVersion: string | undefined
  /** In the node's newest state; undefined also when the node would not tell. */
  readonly plan: Plan | undefined
  readonly lastAppliedHeight: bigint | undefined
  /** Names of the chain's modules; undefined when the node would not tell. */
  readonly modules: ReadonlySet<string> | undefined
  readonly endpoint: string
}

/** The calls of `fetchNodeFacts`, in order; they fit one batch, and an early script may send them ahead of the app. */
export function nodeFactsRequests(): readonly RpcRequest[] {
  return [
    { method: 'status', params: {} },
    { method: 'abci_info', params: {} },
    abciRequest({ path: CURRENT_PLAN_PATH, height: undefined }),
    abciRequest(APPLIED_UPGRADES_QUERY),
    abciRequest({ path: MODULE_VERSIONS_PATH, height: undefined }),
  ]
}

/**
 * One round trip: `status`, `abci_info`, the current plan, the applied upgrades and the modules. Only `status` must succeed; without
 * the others a halt is not seen, which a later read notices.
 */
export async function fetchNodeFacts(
  transport: Transport,
  options: RequestOptions = {},
): Promise<NodeFacts> {
  const [statusRequest, infoRequest] = nodeFactsRequests()
  if (!statusRequest || !infoRequest) throw new Error('the facts start with status and abci_info')
  const [status, info, plan, applied, modules] = await Promise.allSettled([
    requestDecoded(transport, statusRequest, options, ({ result }) => readStatus(result)),
    transport.request(infoRequest, options),
    fetchAbci(transport, { path: CURRENT_PLAN_PATH, height: undefined }, options),
    fetchAbci(transport, APPLIED_UPGRADES_QUERY, options),
    fetchAbci(transport, { path: MODULE_VERSIONS_PATH, height: undefined }, options),
  ])
  if (status.status === 'rejected') throw status.reason
  const appliedHeights = (decodeIfAny(applied, decodeAppliedUpgrades) ?? []).map(
    ({ height }) => height,
  )
  return {
    ...status.value.value,
    appVersion:
      info.status === 'fulfilled'
        ? readJson('abci_info', info.value.result).optionalText('response.version')
        : undefined,
    plan: decodeIfAny(plan, decodeCurrentPlan),
    lastAppliedHeight: appliedHeights.reduce<bigint | undefined>(
      (max, height) => (max === undefined || height > max ? height : max),
      undefined,
    ),
    modules: decodeIfAny(modules, decodeModules),
    endpoint: status.value.endpoint,
  }
}

/** @throws {WireShapeError} */
function readStatus(result: Json) {
  const read = readJson('status', result)
  const txIndex = read.optionalText('node_info.other.tx_index')
  return {
    chainId: read.text('node_info.network'),
    latestHeight: read.integer('sync_info.latest_block_height'),
    latestBlockTime: read.time('sync_info.latest_block_time'),
    earliestHeight: read.integer('sync_info.earliest_block_height'),
    txIndex: txIndex === 'on' || txIndex === 'off' ? txIndex : undefined,
    isCatchingUp: read.flag('sync_info.catching_up'),
    engineVersion: read.optionalText('node_info.version'),
  } as const
}

/**
 * Stops at a node of another chain. The transport passes such nodes over as soon as it has read their names; this holds
 * for names it does not read, which are too long to be one.
 * @throws {EndpointError} `wrong-chain`
 */
export function requireChain(facts: NodeFacts, expected: string | undefined): void {
  const { chainId: actual, endpoint } = facts
  if (expected === undefined || actual === expected) return
  throw new EndpointError({ failure: { kind: 'wrong-chain', expected, actual }, endpoint })
}

/**
 * Stops at a node of a real chain where invented data are announced.
 * @throws {EndpointError} `wrong-chain`
 */
export function requireDemoChain({ chainId: actual, endpoint }: NodeFacts): void {
  if (isDemoChainId(actual)) return
  const expected = 'the demo chain'
  throw new EndpointError({ failure: { kind: 'wrong-chain', expected, actual }, endpoint })
}

/** undefined: not answered, or not decodable; neither is a reason to call the node broken. */
function decodeIfAny<T>(
  settled: PromiseSettledResult<AbciAnswer>,
  decode: (bytes: Uint8Array) => T | undefined,
): T | undefined {
  if (settled.status === 'rejected') return undefined
  try {
    return decode(settled.value.value)
  } catch {
    return undefined
  }
}

/**
 * Time of the block at a height (`header`).
 * @throws {RpcRefusalError} when no node keeps that block
 * @throws {HeightMismatchError} when every node answers of another height
 */
export async function fetchBlockTime(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Date> {
  return (await fetchHeaderTime(transport, height, options)).value
}

/** The same, and who told it. */
export async function fetchHeaderTime(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<{ readonly value: Date; readonly endpoint: string }> {
  return requestDecoded(transport, headerRequest(height), options, (answer) => {
    const read = readJson('header', answer.result)
    requireHeight('header', height, read.integer('header.height'), answer.endpoint)
    return read.time('header.time')
  })
}

export function headerRequest(height: bigint): RpcRequest {
  return { method: 'header', params: { height: height.toString() } }
}
