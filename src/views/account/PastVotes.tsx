import { useInfiniteQuery } from '@tanstack/react-query'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { shortenMiddle } from '../../domain/format-shortened.ts'
import type { Proposal } from '../../domain/proposal.ts'
import type { CastOnProposal } from '../../domain/vote-history.ts'
import { accountPastVotesQuery, describePastVotesSearch } from '../../queries/account.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { ProposalList } from '../../queries/proposal-list.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Popover } from '../../ui/overlay/Popover.tsx'
import { VoteText } from '../../ui/proposal/VoteText.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { CopyButton } from '../../ui/text/CopyButton.tsx'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { AccountPart } from './AccountPart.tsx'
import { ProposalLink } from './ProposalLink.tsx'

export interface PastVotesProps {
  readonly address: string
  readonly list: ProposalList | undefined
}

/** Votes the node's transaction index tells of, newest first, changed and deleted ones too. */
export function PastVotes({ address, list }: PastVotesProps) {
  const chain = useChain()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    accountPastVotesQuery(chain, address),
  )
  const casts = data?.pages.flatMap((page) => page.casts) ?? []
  const [first] = data?.pages ?? []
  return (
    <AccountPart
      title="Votes it cast"
      aside={
        first === undefined ? undefined : `${formatCount(first.total, 'transaction')} in the index`
      }
      failure={data === undefined && error !== null ? describeQueryFailure(error) : undefined}
      onRetry={() => void refetch()}
      isLoading={data === undefined}
      lines={6}
    >
      {casts.length === 0 ? (
        <p className="max-w-measure text-s text-ink-2">
          This node’s index has no vote of this account. That is no proof that there was none.
        </p>
      ) : (
        <DataTable
          label="Votes it cast, newest first"
          columns={columnsOf(list)}
          rows={casts.map((cast, index) => ({ ...cast, index }))}
          getKey={({ index }) => index.toString()}
          phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
        />
      )}
      {data !== undefined && error !== null && (
        <p role="alert" className="mt-2 text-s text-bad">
          More could not be read: {describeQueryFailure(error).sentence}
        </p>
      )}
      {hasNextPage && (
        <div className="mt-3">
          <Button onClick={() => void fetchNextPage()} isDisabled={isFetchingNextPage}>
            {isFetchingNextPage ? 'Reading…' : 'Older votes'}
          </Button>
        </div>
      )}
      {first !== undefined && (
        <div className="mt-3 flex flex-wrap gap-x-4 border-t border-dotted border-rule-strong pt-1 text-xs text-ink-3">
          <span className="py-0.5">
            As far as this node’s index reaches; votes before the upgrade to v1.0.0 name no voter in
            it.
          </span>
          <Popover
            trigger={`${formatInteger(casts.length)} read from the index of one node`}
            label="Where these votes come from"
            className="underline decoration-dotted underline-offset-3 hover:text-ink"
          >
            <span className="block">
              <ExternalLink url={first.endpoint} />
            </span>
            <span className="chain-text block font-mono text-[0.92em]">
              {describePastVotesSearch(address)}
              <CopyButton text={describePastVotesSearch(address)} what="query" />
            </span>
          </Popover>
        </div>
      )}
    </AccountPart>
  )
}

type PastRow = CastOnProposal & { readonly index: number }

function columnsOf(list: ProposalList | undefined): readonly TableColumn<PastRow>[] {
  const titles = new Map<string, Proposal>(
    (list?.rows ?? []).flatMap((row) =>
      row.kind === 'proposal' ? [[row.id.toString(), row.proposal] as const] : [],
    ),
  )
  return [
    {
      id: 'proposal',
      header: 'Proposal',
      isRowHeader: true,
      render: ({ proposalId }) => (
        <ProposalLink
          proposal={
            titles.get(proposalId.toString()) ?? {
              id: proposalId,
              title: list?.isComplete === true ? '(deleted by the chain)' : '(not read yet)',
            }
          }
        />
      ),
      renderDetail: ({ isByAuthz }) =>
        isByAuthz && (
          <small className="block text-xs text-ink-3">cast by authz, through another account</small>
        ),
    },
    {
      id: 'vote',
      header: 'Vote',
      className: 'sm:w-48 max-sm:col-span-2 max-sm:row-start-2',
      render: ({ options }) => <VoteText options={options} />,
    },
    {
      id: 'height',
      header: 'Height',
      align: 'end',
      className: 'sm:w-32 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      render: ({ height }) => <HeightText height={height} />,
    },
    {
      id: 'transaction',
      header: 'Transaction',
      align: 'end',
      className: 'sm:w-48 max-sm:hidden',
      render: ({ txHash }) => (
        <>
          <span className="font-mono text-[0.92em]" title={txHash}>
            {shortenMiddle(txHash, 6, 4)}
          </span>
          <CopyButton text={txHash} what="transaction hash" />
        </>
      ),
    },
  ]
}
