import type { Plan } from '../domain/message.ts'
import type { UpgradeTimes } from '../domain/upgrades/ledger/upgrade-times.ts'
import { RpcRefusalError } from '../rpc/errors.ts'
import type { Json, RequestOptions, Transport } from '../rpc/transport.ts'
import { fetchAbci } from './abci.ts'
import { fetchBlockHeader, fetchCommit, type ToldBlock } from './blocks.ts'
import { type Answered, decodeAnswer, fetchDecoded } from './gov.ts'
import { QueryModuleVersionsResponse } from './proto/generated/cosmos/upgrade/v1beta1/query.ts'
import { readBelievable } from './unbelievable.ts'
import {
  APPLIED_UPGRADES_QUERY,
  type AppliedUpgrade,
  CURRENT_PLAN_PATH,
  decodeAppliedUpgrades,
  decodeCurrentPlan,
  MODULE_VERSIONS_PATH,
} from './upgrade.ts'
import { readJson, requestDecoded } from './wire.ts'

/** The raw-store read as a reader can repeat it. */
export const APPLIED_UPGRADES_TEXT = `${APPLIED_UPGRADES_QUERY.path} data=01`
export { CURRENT_PLAN_PATH, MODULE_VERSIONS_PATH }

/** Every applied upgrade of the node's newest state, whatever height is asked for. */
export async function fetchAppliedUpgrades(
  transport: Transport,
  options: RequestOptions = {},
): Promise<Answered<readonly AppliedUpgrade[]>> {
  return readBelievable(transport, options, async (each) => {
    const answer = await fetchAbci(transport, APPLIED_UPGRADES_QUERY, each)
    const { endpoint, height } = answer
    const value = decodeAnswer(APPLIED_UPGRADES_QUERY.path, endpoint, () =>
      decodeAppliedUpgrades(answer.value),
    )
    return { value, endpoint, height }
  })
}

/** `plan` is undefined where none is scheduled. */
export function fetchCurrentPlan(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<{ readonly plan: Plan | undefined }>> {
  return fetchDecoded(transport, { path: CURRENT_PLAN_PATH, height }, options, (bytes) => ({
    plan: decodeCurrentPlan(bytes),
  }))
}

/** A module and the version of its state, which upgrades raise (x/upgrade `ModuleVersion`). */
export interface ModuleVersion {
  readonly name: string
  readonly version: bigint
}

/** An empty list is no answer: a chain has modules. */
export function fetchModuleVersions(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<readonly ModuleVersion[]>> {
  return fetchDecoded(transport, { path: MODULE_VERSIONS_PATH, height }, options, (bytes) => {
    const { moduleVersions } = QueryModuleVersionsResponse.decode(bytes)
    return moduleVersions.length === 0
      ? undefined
      : moduleVersions.map(({ name, version }) => ({ name, version }))
  })
}

/** Header times of the height and the two after it; the round is read apart. */
export type ToldUpgradeTimes = ToldBlock<Omit<UpgradeTimes, 'round'>>

/**
 * Header times around an upgrade in one call (`blockchain` of three heights). Where a node keeps only a part of them,
 * another is asked for the rest.
 * @throws {RpcRefusalError} when no node has any of them; `findBlockAbsence` tells why
 */
export async function fetchUpgradeTimes(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<ToldUpgradeTimes> {
  const request = {
    method: 'blockchain',
    params: { minHeight: height.toString(), maxHeight: (height + 2n).toString() },
  }
  const isWhole = (result: Json) => {
    const metas = readJson('blockchain', result).at('block_metas')
    return Array.isArray(metas) && metas.length === 3
  }
  try {
    return await requestDecoded(transport, request, { ...options, isFinal: isWhole }, (answer) =>
      readTimes(answer.result, height),
    )
  } catch (error) {
    if (!isAboutTheMethod(error)) throw error
    return fetchHeaders(transport, height, options)
  }
}

/** The question was not taken, which says nothing of the blocks. */
function isAboutTheMethod(error: unknown): boolean {
  return (
    error instanceof RpcRefusalError &&
    ['not-recorded', 'method-not-found', 'invalid-params', 'other'].includes(error.refusal.kind)
  )
}

function readTimes(result: Json, height: bigint): Omit<UpgradeTimes, 'round'> {
  const metas = readJson('blockchain', result).at('block_metas')
  const timeOf = (wanted: bigint): Date | undefined => {
    const meta = Array.isArray(metas)
      ? metas.find((one) => readJson('blockchain', one).at('header.height') === wanted.toString())
      : undefined
    return meta === undefined ? undefined : readJson('blockchain', meta).time('header.time')
  }
  return { at: timeOf(height), next: timeOf(height + 1n), afterNext: timeOf(height + 2n) }
}

/** The same header by header. */
async function fetchHeaders(
  transport: Transport,
  height: bigint,
  options: RequestOptions,
): Promise<ToldUpgradeTimes> {
  const settled = await Promise.allSettled(
    [height, height + 1n, height + 2n].map((each) => fetchBlockHeader(transport, each, options)),
  )
  const told = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const [first] = told
  if (first === undefined) throw settled.find((each) => each.status === 'rejected')?.reason
  const timeOf = (wanted: bigint) => told.find(({ value }) => value.height === wanted)?.value.time
  return {
    value: { at: timeOf(height), next: timeOf(height + 1n), afterNext: timeOf(height + 2n) },
    endpoint: first.endpoint,
  }
}

/** The round in which the first block after an upgrade was agreed on (`commit` of H+1); 0 is at once. */
export async function fetchRestartRound(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<ToldBlock<number>> {
  const { value, endpoint } = await fetchCommit(transport, height + 1n, options)
  return { value: value.round, endpoint }
}
