import type { Lean } from './ballots.ts'
import {
  EXPEDITED_DEPOSIT,
  EXPEDITED_PERIOD_MS,
  MIN_DEPOSIT,
  MINUTE_MS,
  VOTING_PERIOD_MS,
} from './chain-params.ts'
import type { Epoch } from './epoch.ts'
import type { Random } from './random.ts'
import type { ProposalDraft } from './texts/draft.ts'

/** A vote on a proposal, from its start until its votes are counted and wiped. Times count from the submission. */
export interface Round {
  readonly startsAfterMs: number
  readonly endsAfterMs: number
  readonly lean: Lean
  /** How many care, 0 to 1: see `castBallots`. */
  readonly interest: number
}

/** What a proposal says and what becomes of it. Amounts in AKT, times from the submission. */
export interface ProposalCourse {
  readonly draft: ProposalDraft
  readonly isExpedited: boolean
  readonly initialDeposit: number
  readonly deposits: readonly { readonly afterMs: number; readonly amount: number }[]
  readonly rounds: readonly Round[]
  readonly cancelledAfterMs: number | undefined
}

/** Proposals of one kind, one after the other for ever. */
export interface Track {
  readonly name: string
  /** The first comes so long after the genesis, each next one period later. */
  readonly offsetMs: number
  readonly periodMs: number
  create(index: number, epoch: Epoch, random: Random): ProposalCourse
}

export const PASSES: Lean = { turnout: 0.56, yes: 0.83, abstain: 0.06, no: 0.09, veto: 0.02 }
export const PASSES_WIDELY: Lean = { turnout: 0.66, yes: 0.93, abstain: 0.05, no: 0.02, veto: 0 }
export const IS_REJECTED: Lean = { turnout: 0.52, yes: 0.34, abstain: 0.08, no: 0.53, veto: 0.05 }
export const IS_VETOED: Lean = { turnout: 0.48, yes: 0.18, abstain: 0.06, no: 0.24, veto: 0.52 }
export const MISSES_QUORUM: Lean = { turnout: 0.11, yes: 0.75, abstain: 0.1, no: 0.15, veto: 0 }
/** A majority, but not the larger one that an expedited vote takes. */
export const IS_TOO_CLOSE: Lean = { turnout: 0.4, yes: 0.52, abstain: 0.06, no: 0.38, veto: 0.04 }

export function ordinaryRound(lean: Lean, interest = 0.14, startsAfterMs = 0): Round {
  const endsAfterMs = startsAfterMs + VOTING_PERIOD_MS
  return { startsAfterMs, endsAfterMs, lean, interest }
}

export function expeditedRound(lean: Lean): Round {
  return { startsAfterMs: 0, endsAfterMs: EXPEDITED_PERIOD_MS, lean, interest: 0.12 }
}

/** A proposal that is put to the vote at once. */
export function voted(draft: ProposalDraft, round: Round): ProposalCourse {
  return {
    draft,
    isExpedited: false,
    initialDeposit: MIN_DEPOSIT,
    deposits: [],
    rounds: [round],
    cancelledAfterMs: undefined,
  }
}

export function expedited(draft: ProposalDraft, rounds: readonly Round[]): ProposalCourse {
  return {
    ...voted(draft, rounds[0] ?? expeditedRound(PASSES)),
    rounds,
    isExpedited: true,
    initialDeposit: EXPEDITED_DEPOSIT,
  }
}

/** A proposal whose deposit is met so long after its submission; its vote begins then. */
export function votedAfter(waitMs: number, draft: ProposalDraft, lean: Lean): ProposalCourse {
  return {
    ...voted(draft, ordinaryRound(lean, 0.3, waitMs)),
    initialDeposit: MIN_DEPOSIT / 2,
    deposits: [{ afterMs: waitMs, amount: MIN_DEPOSIT / 2 }],
  }
}

export const minutes = (count: number): number => count * MINUTE_MS
