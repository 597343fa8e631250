import { checkFixedInfo, checkInfoForm, checkPlatforms } from './check-info.ts'
import { checkFolderName, checkNotApplied, checkReleaseTag } from './check-name.ts'
import { checkOtherPlan } from './check-other-plan.ts'
import { checkHeightAhead, checkVoteBeforeHeight } from './check-timing.ts'
import { checkDeposit, checkQuorum } from './check-vote.ts'
import type { PlanCheck, PlanCheckInput } from './plan-check.ts'

/** Every check of a plan: what decides whether it comes about first, then what is run when it does. */
export function checkPlan(input: PlanCheckInput): readonly PlanCheck[] {
  return [
    checkVoteBeforeHeight(input),
    checkHeightAhead(input),
    checkDeposit(input),
    checkQuorum(input),
    checkOtherPlan(input),
    checkNotApplied(input),
    checkFolderName(input),
    checkReleaseTag(input),
    checkInfoForm(input),
    checkPlatforms(input),
    checkFixedInfo(input),
  ]
}
