import type { Plan } from '../../domain/message.ts'
import { useChain } from '../../queries/chain.ts'
import { usePlanReport } from '../../queries/plan-checks.ts'
import type { ProposalDetail } from '../../queries/proposal-detail.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { PlanName } from '../../ui/upgrade/PlanName.tsx'
import { PlanPanel } from '../../ui/upgrade/PlanPanel.tsx'

/** A plan in a proposal that can still come about: when its height comes, and whether it is sound. */
export function ProposedUpgrade({
  plan,
  detail,
  now,
}: {
  readonly plan: Plan
  readonly detail: Extract<ProposalDetail, { kind: 'found' }>
  readonly now: Date
}) {
  const { proposal, params, bondedTokens, tally } = detail
  const isOpen = proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
  const report = usePlanReport(useChain(), {
    plan,
    proposal,
    params: params.kind === 'known' ? params.value : undefined,
    bondedTokens: bondedTokens.kind === 'known' ? bondedTokens.value : undefined,
    tally: isOpen && tally.kind === 'known' ? tally.value : undefined,
  })
  return (
    <Section
      title={
        <>
          When <PlanName name={plan.name} /> comes
        </>
      }
    >
      <PlanPanel report={report} now={now} form="compact" />
    </Section>
  )
}
