import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { cutText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import { isAddressableName } from '../../domain/upgrades/ledger/addressable-name.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { findUpgrade } from '../../queries/find-upgrade.ts'
import { type FoundHaltPlan, haltPlanQuery } from '../../queries/halt-plan.ts'
import { useUpgrades } from '../../queries/use-upgrades.ts'
import { Kicker, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { HaltScreen } from './HaltScreen.tsx'

const route = getRouteApi('/upgrades/$name/halt')
const NAME_LIMIT = 60

/** `/upgrades/:name/halt`: the halt room of one upgrade, to be left open on a wall. */
export function HaltView() {
  const { name } = route.useParams()
  const chain = useChain()
  const query = haltPlanQuery(chain, name)
  const { data, error, refetch } = useQuery(query)
  useDocumentTitle(`Halt room of ${name}`)
  if (data?.plan !== undefined) {
    const { plan, facts } = data
    return (
      <HaltScreen
        key={`${plan.name} ${plan.height}`}
        plan={plan}
        chainId={facts.chainId}
        label={labelOf(plan.name)}
      />
    )
  }
  return (
    <>
      <Kicker>Halt room</Kicker>
      <PageTitle>
        <HostileText text={name} limit={NAME_LIMIT} isCutSilently />
      </PageTitle>
      <div className="mt-6">
        {data !== undefined ? (
          <PlanInVote name={name} found={data} />
        ) : error === null ? (
          <p role="status" className="text-ink-2">
            Asking a node for the plan…
          </p>
        ) : (
          <FailureMessage
            failure={describeQueryFailure(error)}
            title="The plan could not be read"
            onRetry={() => void refetch()}
          />
        )}
      </div>
    </>
  )
}

/** Plan names can be kilobytes long. */
function labelOf(name: string): string {
  const cut = cutText(name, NAME_LIMIT)
  return cut === undefined ? sanitizeChainText(name) : `${sanitizeChainText(cut)}…`
}

/** A plan that the chain does not have yet has its room when a vote on it is under way. */
function PlanInVote({ name, found }: { readonly name: string; readonly found: FoundHaltPlan }) {
  const { report, listError } = useUpgrades()
  const row = findUpgrade(report, name)?.row
  if (row?.state.kind === 'in-vote') {
    return (
      <HaltScreen
        plan={row.plan}
        chainId={found.facts.chainId}
        label={labelOf(name)}
        voteEndsAt={row.proposal?.votingEndsAt}
      />
    )
  }
  return report.ledger.isComplete || listError !== null ? (
    <NoSuchPlan found={found} />
  ) : (
    <p role="status" className="text-ink-2">
      The chain has no such plan; looking among the votes…
    </p>
  )
}

function NoSuchPlan({ found: { facts } }: { readonly found: FoundHaltPlan }) {
  return (
    <StateMessage
      title="No upgrade of this name is scheduled or applied"
      sentence={`${sanitizeChainText(facts.chainId)} has neither a plan nor an applied upgrade of this name, and no vote on one is under way.`}
      actions={
        facts.plan === undefined || !isAddressableName(facts.plan.name) ? undefined : (
          <Link
            to="/upgrades/$name/halt"
            params={{ name: facts.plan.name }}
            search={{}}
            className="inline-flex min-h-8 items-center"
          >
            The halt room of the next upgrade
          </Link>
        )
      }
    />
  )
}
