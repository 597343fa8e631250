import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import type { Proposal } from '../../domain/proposal.ts'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { StatusBadge } from '../../ui/proposal/StatusBadge.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { AccountPart } from './AccountPart.tsx'
import { ProposalLink } from './ProposalLink.tsx'
import type { AccountGroundState } from './use-account-ground.ts'

export interface AccountProposalsProps {
  readonly address: string
  readonly state: Extract<AccountGroundState, { kind: 'ready' }>
  readonly now: Date
}

/** Proposals that name the account as their proposer. Those of the old chain name nobody. */
export function AccountProposals({ address, state, now }: AccountProposalsProps) {
  const { list, listFailure, isListRead, retry } = state
  const proposals = (list?.rows ?? []).flatMap((row) =>
    row.kind === 'proposal' ? [row.proposal] : [],
  )
  const own = proposals.filter(({ proposer }) => proposer === address)
  const nameless = proposals.filter(({ proposer }) => proposer === '').length
  return (
    <AccountPart
      title="Proposals it submitted"
      aside={own.length === 0 ? undefined : formatInteger(own.length)}
      failure={list === undefined ? listFailure : undefined}
      onRetry={retry}
      isLoading={!isListRead && listFailure === undefined}
    >
      {own.length === 0 ? (
        <p className="max-w-measure text-s text-ink-2">
          {isListRead
            ? 'No proposal names it as its proposer.'
            : `None of the ${formatInteger(proposals.length)} proposals read so far names it.`}
        </p>
      ) : (
        <ul className="text-s">
          {own.map((proposal) => (
            <ProposalLine key={proposal.id.toString()} proposal={proposal} now={now} />
          ))}
        </ul>
      )}
      {nameless > 0 && (
        <p className="mt-2 max-w-measure text-xs text-ink-3">
          {formatCount(nameless, 'proposal names', 'proposals name')} no proposer: the chain did not
          keep it before its upgrade to v1.0.0, so some of them may be this account’s.
        </p>
      )}
      {list !== undefined && <SourceNote source={list.source} now={now} />}
    </AccountPart>
  )
}

function ProposalLine({ proposal, now }: { readonly proposal: Proposal; readonly now: Date }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 border-t border-rule py-1.5">
      <span className="min-w-0 flex-1 basis-60">
        <ProposalLink proposal={proposal} />
      </span>
      <StatusBadge status={proposal.status} />
      <span className="text-ink-2">
        <TimeText date={proposal.submittedAt} now={now} form="line" />
      </span>
    </li>
  )
}
