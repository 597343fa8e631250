import { AEP_TRACKS, findDepositWait, tellUpgrade } from './aep-stories.ts'
import type { Lean } from './ballots.ts'
import { DEPOSIT_PERIOD_MS, EXPEDITED_PERIOD_MS, MIN_DEPOSIT } from './chain-params.ts'
import {
  expedited,
  expeditedRound,
  IS_REJECTED,
  IS_TOO_CLOSE,
  IS_VETOED,
  MISSES_QUORUM,
  minutes,
  ordinaryRound,
  PASSES,
  PASSES_WIDELY,
  type ProposalCourse,
  type Track,
  voted,
  votedAfter,
} from './courses.ts'
import type { Epoch } from './epoch.ts'
import { softwareUpgrade } from './messages.ts'
import type { Random } from './random.ts'
import { describeAepPart } from './texts/aep-drafts.ts'
import { draftParams, draftSpend, draftUpgrade } from './texts/change-drafts.ts'
import type { ProposalDraft } from './texts/draft.ts'
import { draftHostile } from './texts/hostile-drafts.ts'
import { draftHurry, draftText } from './texts/text-drafts.ts'
import {
  heightAfter,
  isLostUpgrade,
  nameUpgrade,
  UPGRADE_OFFSET_MS,
  UPGRADE_PERIOD_MS,
  upgradeHeight,
} from './upgrade-plans.ts'

const pickLean = (leans: readonly [Lean, ...Lean[]], index: number): Lean =>
  leans[index % leans.length] ?? leans[0]

/**
 * Periods are shorter than what they follow: a vote of 180 minutes every 160 to 170, a second round of 120 minutes
 * every 110, a wait for deposits of at least 109 minutes every 108. So at any moment there is one of each.
 */
export const TRACKS: readonly Track[] = [
  {
    name: 'text',
    offsetMs: minutes(5),
    periodMs: minutes(160),
    create: (index, _, random) =>
      voted(
        draftText(index, random),
        ordinaryRound(
          pickLean([PASSES, PASSES_WIDELY, IS_REJECTED, PASSES, MISSES_QUORUM], index),
          0.3,
        ),
      ),
  },
  {
    name: 'expedited',
    offsetMs: minutes(10),
    periodMs: minutes(240),
    create: (index, epoch, random) => {
      if (index % 2 === 1) {
        return expedited(draftHurry(index, random), [expeditedRound(PASSES_WIDELY)])
      }
      // Its height passes while the vote runs, so that it fails though it passes.
      const name = `v2.1.${9 + index / 2}`
      const afterMs = minutes(10 + 240 * index + 30)
      const height = heightAfter(epoch, afterMs)
      const draft: ProposalDraft = {
        title: `Urgent: patch ${name}`,
        summary: `Asks for height ${height}, which comes before the vote ends.`,
        metadata: '',
        messages: [softwareUpgrade(name, height, '')],
      }
      return expedited(draft, [expeditedRound(PASSES_WIDELY)])
    },
  },
  {
    name: 'converted',
    offsetMs: minutes(15),
    periodMs: minutes(110),
    create: (index, _, random) =>
      expedited(index % 3 === 1 ? draftSpend(index, random) : draftHurry(index, random), [
        expeditedRound(index % 4 === 3 ? IS_VETOED : IS_TOO_CLOSE),
        {
          ...ordinaryRound(pickLean([PASSES, IS_REJECTED, PASSES], index)),
          startsAfterMs: EXPEDITED_PERIOD_MS,
        },
      ]),
  },
  {
    name: 'hostile',
    offsetMs: minutes(20),
    periodMs: minutes(170),
    create: (index, _, random) =>
      voted(
        draftHostile(index, random),
        ordinaryRound(pickLean([IS_VETOED, IS_REJECTED, IS_VETOED, MISSES_QUORUM], index)),
      ),
  },
  {
    name: 'upgrade',
    offsetMs: UPGRADE_OFFSET_MS,
    periodMs: UPGRADE_PERIOD_MS,
    create: createUpgradeCourse,
  },
  {
    name: 'spend',
    offsetMs: minutes(45),
    periodMs: minutes(165),
    create: (index, _, random) =>
      voted(
        draftSpend(index, random),
        ordinaryRound(pickLean([IS_REJECTED, PASSES, PASSES, MISSES_QUORUM], index), 0.2),
      ),
  },
  {
    name: 'params',
    offsetMs: minutes(60),
    periodMs: minutes(170),
    create: (index, _, random) =>
      voted(
        draftParams(index, random),
        ordinaryRound(pickLean([MISSES_QUORUM, PASSES, PASSES_WIDELY], index)),
      ),
  },
  {
    name: 'deposit',
    offsetMs: minutes(70),
    periodMs: minutes(108),
    create: createDepositCourse,
  },
  ...AEP_TRACKS,
]

function createUpgradeCourse(index: number, epoch: Epoch, random: Random): ProposalCourse {
  const draft = draftUpgrade(
    { index, name: nameUpgrade(index), height: upgradeHeight(epoch, index) },
    describeAepPart(tellUpgrade(index)),
    random,
  )
  const lean = isLostUpgrade(index) ? IS_REJECTED : PASSES_WIDELY
  const waitMs = findDepositWait(index)
  return waitMs === 0 ? voted(draft, ordinaryRound(lean, 0.3)) : votedAfter(waitMs, draft, lean)
}

/** Waits for its deposit: in turn it expires, is taken back, or comes to a vote. */
function createDepositCourse(index: number, _: Epoch, random: Random): ProposalCourse {
  const draft = index % 2 === 0 ? draftSpend(index + 3, random) : draftText(index + 4, random)
  const reachesAfterMs = DEPOSIT_PERIOD_MS - minutes(10)
  const deposits = [22, 47, 81].map((after) => ({
    afterMs: minutes(after),
    amount: 20 + random.below(120),
  }))
  const waiting: ProposalCourse = {
    draft,
    isExpedited: false,
    initialDeposit: 260 + random.below(140),
    deposits,
    rounds: [],
    cancelledAfterMs: undefined,
  }
  if (index % 3 === 0) return waiting
  if (index % 3 === 1) return { ...waiting, cancelledAfterMs: minutes(109.6) }
  const round = ordinaryRound(index % 2 === 0 ? IS_REJECTED : PASSES, 0.14, reachesAfterMs)
  return {
    ...waiting,
    deposits: [...deposits, { afterMs: reachesAfterMs, amount: MIN_DEPOSIT }],
    rounds: [round],
  }
}
