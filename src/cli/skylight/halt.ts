import type { NodeTransport } from '../../chain/node.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatShare } from '../../domain/format-share.ts'
import { describeHalt } from '../../domain/upgrades/halt/describe-halt.ts'
import { nameHaltValidator } from '../../domain/upgrades/halt/format-missing.ts'
import { describeHaltNode } from '../../domain/upgrades/halt/halt-node.ts'
import type { HaltRoom } from '../../domain/upgrades/halt/halt-room.ts'
import { describeMismatch } from '../../domain/upgrades/halt/power-back.ts'
import type { Chain } from '../../queries/chain.ts'
import { findHaltPlan } from '../../queries/halt-plan.ts'
import { createHaltRoom, type HaltRoomWatch } from '../../queries/halt-room.ts'
import { type Answer, EXIT } from './answer.ts'
import { UsageError } from './parse-arguments.ts'
import { heightJson } from './upgrade-json.ts'

/** The chain has neither planned nor applied an upgrade, or none of that name. */
export class NoSuchHaltError extends Error {
  override readonly name = 'NoSuchHaltError'
  readonly exitCode = EXIT.noSuchThing
}

/** undefined: the next upgrade, or the newest. @throws {UsageError} */
export function parseHaltName(positionals: readonly string[]): string | undefined {
  const [name, ...rest] = positionals
  if (rest.length > 0) throw new UsageError(`One halt at a time: "${rest.join(' ')}" is too much.`)
  return name
}

/**
 * `skylight halt [name]`: a function that reads the halt as it is now; what was seen of who is back is kept from one call
 * to the next.
 */
export function createHaltReader(
  chain: Chain,
  nodes: readonly NodeTransport[],
  name: string | undefined,
): () => Promise<Answer> {
  let found: { readonly watch: HaltRoomWatch; readonly chainId: string } | undefined
  return async () => {
    found ??= await openWatch(chain, nodes, name)
    const room = await found.watch.readOnce()
    return answerOf(room, found.chainId, nodes)
  }
}

/** @throws {NoSuchHaltError} */
async function openWatch(chain: Chain, nodes: readonly NodeTransport[], name: string | undefined) {
  const { plan, facts } = await findHaltPlan(chain, name)
  if (plan === undefined) {
    throw new NoSuchHaltError(
      name === undefined
        ? 'The chain has no upgrade planned and none applied.'
        : `The chain has neither scheduled nor applied an upgrade named "${name}".`,
    )
  }
  const watch = createHaltRoom({
    plan,
    peers: nodes.map((transport) => ({ name: transport.endpoints[0] ?? '', transport })),
    transport: chain.transport,
    chainId: facts.chainId,
    now: chain.now,
    schedule: () => () => undefined,
  })
  return { watch, chainId: facts.chainId }
}

function answerOf(room: HaltRoom, chainId: string, nodes: readonly NodeTransport[]): Answer {
  const { planName, planHeight, power, consensus, newest, fork } = room
  const sentence = describeHalt(room, sanitizeChainText(planName))
  const isSeen = power.kind !== 'unseen'
  const missing = power.kind === 'seen' ? power.missing : undefined
  const data = {
    planName,
    planHeight: heightJson(planHeight),
    phase: room.phase?.kind ?? null,
    sentence,
    height: consensus === undefined ? null : heightJson(consensus.height),
    round: consensus?.round ?? null,
    step: consensus?.step ?? null,
    powerBack: isSeen ? power.back.toString() : null,
    precommitPower: isSeen ? power.precommit.toString() : null,
    totalPower: isSeen ? power.total.toString() : null,
    haltedSeconds: room.phase?.kind === 'resumed' ? secondsOf(room.phase.haltedMs) : null,
    missing:
      missing?.map(({ operatorAddress, moniker, power: own }) => ({
        operatorAddress: operatorAddress ?? null,
        moniker: moniker ?? null,
        power: own.toString(),
      })) ?? null,
    nodes: room.nodes.map(({ endpoint, standing, state }) => ({
      endpoint,
      height: standing === undefined ? null : heightJson(standing.latestHeight),
      version: standing?.version ?? null,
      state: state?.kind ?? 'dead',
      sentence: state === undefined ? '' : describeHaltNode(state),
    })),
  }
  const teller = room.nodes.find(({ standing }) => standing?.latestHeight === newest?.height)
  return {
    provenance: {
      chainId,
      height: newest === undefined ? null : Number(newest.height),
      time: newest?.time.toISOString() ?? null,
      endpoint: teller?.endpoint ?? nodes[0]?.endpoints[0] ?? null,
      query: 'consensus_state',
    },
    data,
    header: ['what', 'value', 'detail'],
    wide: ['detail'],
    rows: [
      ['halt', sentence, ''],
      ...data.nodes.map(({ endpoint, height, version, state, sentence: detail }) => [
        endpoint,
        state,
        `${height === null ? '' : `${height}, ${version ?? 'version not known'}. `}${detail}`,
      ]),
      ...(missing ?? []).map((validator) => [
        'missing',
        nameHaltValidator(validator),
        `${validator.power}${isSeen ? `, ${formatShare(validator.power, power.total, { digits: 2 })}` : ''}`,
      ]),
    ],
    notes: [
      ...(power.kind === 'unnamed' ? [describeMismatch(power.why)] : []),
      ...(fork === undefined
        ? []
        : [
            `ALARM: endpoints tell different blocks at height ${fork.height}: ${fork.answers
              .map(({ value, endpoints }) => `${endpoints.join(', ')}: ${sanitizeChainText(value)}`)
              .join('; ')}.`,
          ]),
    ],
    exitCode: newest === undefined ? EXIT.noEndpoint : EXIT.answered,
    isLast: room.phase?.kind === 'resumed' && room.phase.haltedMs !== undefined,
  }
}

function secondsOf(ms: number | undefined): number | null {
  return ms === undefined ? null : ms / 1000
}
