import { formatInteger } from '../../format-integer.ts'
import { formatShare } from '../../format-share.ts'
import { formatDuration } from '../../time.ts'
import type { HaltPhase } from './halt-phase.ts'
import type { HaltRoom, UnseenReason } from './halt-room.ts'
import { powerToTwoThirds } from './power-back.ts'

/** What there is to know, in one sentence to be read from across a room. `name`: of the plan, made safe to show. */
export function describeHalt({ phase, power, planHeight }: HaltRoom, name: string): string {
  const at = formatInteger(planHeight)
  if (phase === undefined) {
    return `No endpoint answers, so where the chain stands to ${name} cannot be seen.`
  }
  switch (phase.kind) {
    case 'far':
    case 'countdown':
      return `${formatBlocks(phase.blocksLeft)} until ${name} at height ${at}.`
    case 'resumed':
      return describeResumed(phase)
    case 'halted':
      break
  }
  const halted = `The chain has halted at ${at} for ${name}.`
  if (power.kind === 'unseen') return `${halted} ${describeUnseen(power.why)}`
  const share = formatShare(power.back, power.total) ?? ''
  const missing = powerToTwoThirds(power.back, power.total)
  if (missing > 0n) {
    const text = formatShare(missing, power.total) ?? ''
    return `${halted} ${share} of the power is back; ${text} is missing to two thirds.`
  }
  return powerToTwoThirds(power.precommit, power.total) > 0n
    ? `${halted} ${share} of the power is back, more than two thirds; now they must precommit in one round.`
    : `${halted} Two thirds have precommitted; the first block is being made.`
}

function describeResumed(phase: Extract<HaltPhase, { kind: 'resumed' }>): string {
  const resumed = `The chain resumed at block ${formatInteger(phase.height)}`
  if (phase.haltedMs === undefined)
    return `${resumed}; the block after it will tell for how long it was halted.`
  return `${resumed}, halted for ${formatDuration(phase.haltedMs)}.`
}

/** Why it is not said who is back. */
export function describeUnseen(why: UnseenReason): string {
  switch (why) {
    case 'not-halted':
      return 'Who is back shows once the chain has halted.'
    case 'only-old-nodes':
      return 'Who is back cannot be seen: no node here runs the new version yet, and only such a node hears the votes of those who are back.'
    case 'unreadable':
      return 'Who is back cannot be seen: the node that has upgraded does not tell its votes in a form this page knows.'
    case 'no-node':
      return 'Who is back cannot be seen: no endpoint answers.'
    case 'passed':
      return 'Who came back when was not watched here; it is told only while the chain is halted.'
  }
}

function formatBlocks(count: bigint): string {
  return `${formatInteger(count)} ${count === 1n ? 'block' : 'blocks'}`
}

/** A clock that counts up: `02:24`, `1:02:24`. Below zero is taken as zero. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const pad = (value: number): string => value.toString().padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}

/** Seconds of difference that are no sign of a wrong clock. */
const SKEW_ALLOWED_MS = 30_000

/**
 * How far this device's clock is behind what nodes and validators told, milliseconds; 0 when nothing speaks against it.
 * A clock that is fast cannot be told from a chain that stands still.
 */
export function findClockLag(toldAt: Date | undefined, now: Date): number {
  const lag = toldAt === undefined ? 0 : toldAt.getTime() - now.getTime()
  return lag > SKEW_ALLOWED_MS ? lag : 0
}
