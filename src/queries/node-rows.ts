import type { NodeEvent, NodeHealthSnapshot } from '../chain/node-health.ts'
import { listMissingAbilities, type MissingAbility } from '../domain/node-abilities.ts'
import { judgeAgreement, type NodeAgreement } from '../domain/node-agreement.ts'
import { adviseOnNodeState, describeNodeState } from '../domain/node-state.ts'
import { formatDuration } from '../domain/time.ts'
import type { BlockComparison } from './node-agreement.ts'
import { type AnsweredReport, standingOf } from './node-facts.ts'
import type { PeerReport } from './peer-report.ts'
import type { SocketAbility } from './peer-socket.ts'

export type RowTone = 'good' | 'warn' | 'bad' | 'none'

/** One endpoint as the screen about nodes shows it. Sentences may hold a node's own words. */
export interface NodeRow {
  readonly name: string
  readonly tone: RowTone
  /** A failure's or state's kind; `asking` before the first answer. */
  readonly state: string
  readonly sentence: string
  readonly advice: string | undefined
  /** What it told when it last answered; undefined when it never did. */
  readonly answered: AnsweredReport | undefined
  /** Whether `answered` is what it tells now. */
  readonly isCurrent: boolean
  /** Blocks behind the best of its chain; undefined where that cannot be compared. */
  readonly lag: bigint | undefined
  /** Of the newest block by the app's clock, milliseconds. */
  readonly blockAgeMs: number | undefined
  /** Median of the last ten exchanges, milliseconds. */
  readonly latencyMs: number | undefined
  readonly cors: 'allowed' | 'refused' | 'forwarded' | 'unknown'
  readonly socket: SocketAbility | undefined
  readonly agreement: NodeAgreement
  readonly missing: readonly MissingAbility[]
  readonly lastSuccessAtMs: number | undefined
  readonly lastFailureAtMs: number | undefined
  readonly events: readonly NodeEvent[]
}

/** What the rows are made of; lists are in the order of `names`. */
export interface NodeRowsParts {
  readonly peers: readonly { readonly name: string; readonly isForwarded: boolean }[]
  readonly reports: readonly (PeerReport | undefined)[]
  readonly sockets: readonly (SocketAbility | undefined)[]
  readonly health: (name: string) => NodeHealthSnapshot
  readonly comparison: BlockComparison | undefined
  /** The chain that is read; undefined where the first endpoint that answers tells it. */
  readonly expectedChainId: string | undefined
  readonly now: Date
  /** Of the health's clock. */
  readonly nowMs: number
}

export function computeNodeRows(parts: NodeRowsParts): readonly NodeRow[] {
  const current = parts.reports.flatMap((report) =>
    report?.newest.kind === 'answered' ? [report.newest] : [],
  )
  const expected = parts.expectedChainId ?? current[0]?.facts.chainId
  return parts.peers.map(({ name, isForwarded }, index) => {
    const report = parts.reports[index]
    const health = parts.health(name)
    const socket = parts.sockets[index]
    const answered = report?.answered
    const isOfChain = answered?.facts.chainId === expected
    const isCurrent = report?.newest.kind === 'answered'
    const cors = isForwarded ? 'forwarded' : (health.cors ?? 'unknown')
    return {
      name,
      ...stateOf(report, current, expected, parts),
      answered,
      isCurrent,
      lag:
        isCurrent && answered !== undefined && isOfChain
          ? standingOf(answered, current, parts.now).lag
          : undefined,
      // At the time it told of it: a page that has asked nobody for a while must not call a node old.
      blockAgeMs: health.blockAgeMs,
      latencyMs: health.latencyMs,
      cors,
      socket,
      agreement: agreementOf(name, isCurrent && isOfChain, parts.comparison),
      missing: listMissingAbilities({
        earliestHeight: answered?.facts.earliestHeight,
        hasTxIndex:
          answered?.facts.txIndex === undefined ? undefined : answered.facts.txIndex === 'on',
        hasWebSocket: socket === undefined ? undefined : socket.kind === 'works',
        allowsPages: cors === 'refused' ? false : undefined,
      }),
      lastSuccessAtMs: health.lastSuccessAtMs,
      lastFailureAtMs: health.lastFailure?.atMs,
      events: health.events,
    }
  })
}

function stateOf(
  report: PeerReport | undefined,
  current: readonly AnsweredReport[],
  expected: string | undefined,
  { now, nowMs }: NodeRowsParts,
): Pick<NodeRow, 'tone' | 'state' | 'sentence' | 'advice'> {
  if (report === undefined) {
    return { tone: 'none', state: 'asking', sentence: 'Asking…', advice: undefined }
  }
  const { newest } = report
  if (newest.kind === 'waiting') {
    const sentence = `It limits requests and asked not to be called for ${formatDuration(newest.untilMs - nowMs)} more.`
    const advice = 'Other endpoints are asked meanwhile; nothing need be done.'
    return { tone: 'warn', state: 'rate-limited', sentence, advice }
  }
  if (newest.kind === 'failed') {
    const { kind, sentence } = newest.failure
    return {
      tone: 'bad',
      state: kind,
      sentence: withoutName(sentence, report.name),
      advice: undefined,
    }
  }
  const { chainId } = newest.facts
  if (expected !== undefined && chainId !== expected) {
    return {
      tone: 'bad',
      state: 'wrong-chain',
      sentence: `A node of ${chainId}, not of ${expected}; none of its figures are used.`,
      advice: 'Remove it, or read it alone to see its chain.',
    }
  }
  const { state } = standingOf(newest, current, now)
  return {
    tone: state.kind === 'ok' ? 'good' : 'warn',
    state: state.kind,
    sentence: describeNodeState(state),
    advice: adviseOnNodeState(state),
  }
}

function agreementOf(
  name: string,
  isComparable: boolean,
  comparison: BlockComparison | undefined,
): NodeAgreement {
  if (!isComparable) {
    return { kind: 'none', sentence: 'Only nodes of this chain that answer are compared.' }
  }
  if (comparison === undefined) {
    return { kind: 'none', sentence: 'Not compared: no other node of this chain answers.' }
  }
  const { height, answers } = comparison
  return height === undefined
    ? { kind: 'none', sentence: 'No block is kept by it and another node.' }
    : judgeAgreement(name, height, answers)
}

/** A sentence on an endpoint where its name stands already. */
export function withoutName(sentence: string, name: string): string {
  return sentence.startsWith(`${name} `) ? `It${sentence.slice(name.length)}` : sentence
}
