import { useQuery } from '@tanstack/react-query'
import { classifyConversion, isClosed } from '../../../domain/proposal-life.ts'
import { useChain } from '../../../queries/chain.ts'
import { conversionQuery } from '../../../queries/conversion.ts'
import { describeQueryFailure } from '../../../queries/failures.ts'
import type { ProposalDetail } from '../../../queries/proposal-detail.ts'
import { ClosedVotes } from './ClosedVotes.tsx'
import { ConversionNote } from './ConversionNote.tsx'
import { KeptVotes } from './KeptVotes.tsx'
import { OpenVotes } from './OpenVotes.tsx'

export interface VotesSectionProps {
  readonly detail: Extract<ProposalDetail, { kind: 'found' }>
  /** Denomination of voting power. */
  readonly denom: string
  readonly now: Date
}

/** The votes on a proposal: open, or deleted by the chain. Nothing while it collects its deposit. */
export function VotesSection({ detail, denom, now }: VotesSectionProps) {
  const { proposal } = detail
  const chain = useChain()
  const { data: conversion, error, refetch } = useQuery(conversionQuery(chain, proposal))
  const isOpen = proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
  if (!isOpen && !isClosed(proposal)) return null
  if (isOpen && chain.onlyKept !== undefined) return <KeptVotes detail={detail} denom={denom} />
  // Where the proposal itself tells, the index only adds the block.
  const isUntold = error !== null && classifyConversion(proposal) === 'cannot-tell'
  return (
    <>
      {isOpen ? (
        <OpenVotes {...{ detail, conversion, denom, now }} />
      ) : (
        <ClosedVotes {...{ detail, conversion, denom, now }} />
      )}
      <ConversionNote
        report={conversion}
        failure={isUntold ? describeQueryFailure(error) : undefined}
        onRetry={() => void refetch()}
      />
    </>
  )
}
