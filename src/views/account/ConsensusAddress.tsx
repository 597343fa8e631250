import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { searchStandingQuery } from '../../queries/search-standing.ts'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The address a validator signs blocks with: it holds nothing and votes on nothing, but belongs to a validator. */
export function ConsensusAddress({ address }: { readonly address: string }) {
  const chain = useChain()
  const { data, error, refetch } = useQuery(searchStandingQuery(chain))
  useDocumentTitle('Consensus address')
  const figure = data?.validators
  const failure =
    figure?.kind === 'failed'
      ? figure.failure
      : error === null
        ? undefined
        : describeQueryFailure(error)
  const owner =
    figure?.kind === 'known'
      ? figure.value.find(({ consensusAddress }) => consensusAddress === address)
      : undefined
  return (
    <>
      <Kicker>Consensus address</Kicker>
      <PageTitle>The key a validator signs blocks with</PageTitle>
      {failure !== undefined ? (
        <FailureMessage
          failure={failure}
          title="The validators could not be read"
          onRetry={() => void refetch()}
        />
      ) : figure?.kind !== 'known' ? (
        <div className="mt-3 mb-6 max-w-measure text-l">
          <Skeleton lines={1} label="the validators" />
        </div>
      ) : (
        <Lede>
          {owner === undefined ? (
            'None of the validators bonded now signs with it.'
          ) : (
            <>
              It is that of{' '}
              <Link to="/accounts/$address" params={{ address: owner.operatorAddress }} search={{}}>
                <bdi dir="ltr" className="chain-text">
                  {owner.label}
                </bdi>
              </Link>
              .
            </>
          )}
        </Lede>
      )}
      {data !== undefined && <SourceNote source={data.source} now={chain.now()} />}
    </>
  )
}
