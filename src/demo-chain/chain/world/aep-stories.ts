import { minutes, ordinaryRound, PASSES, PASSES_WIDELY, type Track, voted } from './courses.ts'
import type { AepPart } from './texts/aep-drafts.ts'
import { draftAepCall, draftAepFunding, draftAepParams } from './texts/aep-drafts.ts'
import { UPGRADE_OFFSET_MS, UPGRADE_PERIOD_MS } from './upgrade-plans.ts'

/** So many votes on upgrades tell a story: one brings an AEP, one goes on with it, one takes it out, one is lost. */
const CHAPTERS = 4

/** Beyond every number that has a document, so that nothing but the chain can tell of them. */
const FIRST_AEP = 101

/** The AEPs of one story. */
interface Story {
  /** Asked for, paid for, brought by an upgrade, extended by the next and taken out by the one after. */
  readonly whole: number
  /** In the upgrade whose vote is lost. */
  readonly lost: number
  /** Brought by parameters alone. */
  readonly byMessages: number
}

function storyOf(index: number): Story {
  const whole = FIRST_AEP + 3 * index
  return { whole, lost: whole + 1, byMessages: whole + 2 }
}

/**
 * What one vote on an upgrade is about. The first story is told from its second chapter on, so that an AEP has been
 * delivered when the first visitor comes.
 */
export function tellUpgrade(index: number): AepPart {
  const { whole, lost } = storyOf(Math.floor((index + 1) / CHAPTERS))
  switch ((index + 1) % CHAPTERS) {
    case 0:
      return { kind: 'brings', aep: whole }
    case 1:
      return { kind: 'extends', aep: whole }
    case 2:
      return { kind: 'takes-out', aep: whole }
    default:
      return { kind: 'brings', aep: lost }
  }
}

/** How long the upgrade that brings a story's AEP waits for its deposit; those after it have theirs at once. */
export function findDepositWait(index: number): number {
  return index % CHAPTERS === CHAPTERS - 1 ? minutes(12) : 0
}

const PERIOD_MS = CHAPTERS * UPGRADE_PERIOD_MS

/** Submission of the upgrade that brings the AEP of the second story, the first one that is told whole. */
const BRINGS_MS = UPGRADE_OFFSET_MS + (CHAPTERS - 1) * UPGRADE_PERIOD_MS

/** What is asked and decided about an AEP besides the votes on upgrades, each in time for them. */
export const AEP_TRACKS: readonly Track[] = [
  {
    name: 'aep-call',
    offsetMs: BRINGS_MS - minutes(265),
    periodMs: PERIOD_MS,
    create: (index, _, random) =>
      voted(draftAepCall(storyOf(index + 1).whole, random), ordinaryRound(PASSES)),
  },
  {
    // Passed an hour before the upgrade is submitted.
    name: 'aep-funding',
    offsetMs: BRINGS_MS - minutes(245),
    periodMs: PERIOD_MS,
    create: (index, _, random) =>
      voted(draftAepFunding(storyOf(index + 1).whole, random), ordinaryRound(PASSES)),
  },
  {
    name: 'aep-params',
    offsetMs: minutes(40),
    periodMs: PERIOD_MS,
    create: (index, _, random) =>
      voted(draftAepParams(storyOf(index).byMessages, random), ordinaryRound(PASSES_WIDELY)),
  },
]
