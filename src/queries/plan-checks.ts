import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Failure } from '../domain/failure.ts'
import type { Figure } from '../domain/figure.ts'
import type { GovParams } from '../domain/gov-params.ts'
import type { Plan } from '../domain/message.ts'
import type { Proposal, Tally } from '../domain/proposal.ts'
import { checkPlan } from '../domain/upgrades/plan-check/check-plan.ts'
import {
  type CosmovisorGuide,
  composeCosmovisorGuide,
} from '../domain/upgrades/plan-check/cosmovisor-steps.ts'
import type { PlanCheck, PlanFileState } from '../domain/upgrades/plan-check/plan-check.ts'
import {
  type PlanBinary,
  parseInfoFile,
  parsePlanInfo,
} from '../domain/upgrades/plan-check/plan-info.ts'
import type { Chain } from './chain.ts'
import { describeQueryFailure } from './failures.ts'
import type { FollowingState } from './following.ts'
import { isFetchedUnasked, planFileQuery, planFileUrl, stateOfFile } from './plan-file.ts'
import type { ProposalList } from './proposal-list.ts'
import { type EtaReport, useUpgradeEta } from './upgrade-eta.ts'

/** A plan and what the screen has read of its proposal; undefined parts are not known. */
export interface PlanContext {
  readonly plan: Plan
  readonly proposal: Proposal | undefined
  readonly params: GovParams | undefined
  readonly bondedTokens: bigint | undefined
  /** Live, of a proposal in vote. */
  readonly tally: Tally | undefined
}

/** What the list of proposals tells of a plan and its proposal; a list that is not there yet tells nothing. */
export function contextOfPlan(
  { plan, proposal }: Pick<PlanContext, 'plan' | 'proposal'>,
  list: Pick<ProposalList, 'params' | 'bondedTokens' | 'tallies'> | undefined,
): PlanContext {
  const tally = proposal === undefined ? undefined : list?.tallies.get(proposal.id.toString())
  return {
    plan,
    proposal,
    params: knownOf(list?.params),
    bondedTokens: knownOf(list?.bondedTokens),
    tally: knownOf(tally),
  }
}

function knownOf<T>(figure: Figure<T> | undefined): T | undefined {
  return figure?.kind === 'known' ? figure.value : undefined
}

/** Everything a screen says of a plan that is ahead. */
export interface PlanReport {
  readonly plan: Plan
  readonly eta: EtaReport | undefined
  /** Why there is no estimate, or no newer one. */
  readonly failure: Failure | undefined
  readonly checks: readonly PlanCheck[]
  readonly file: PlanFileState
  /** The address of the file, where `info` is one. */
  readonly fileUrl: string | undefined
  /** Fetches the file, for the reader asked for it. */
  readonly fetchFile: () => void
  readonly guide: CosmovisorGuide
  readonly following: FollowingState
  readonly retry: () => void
}

/** Reads what a plan is judged by, and judges it. */
export function usePlanReport(chain: Chain, context: PlanContext): PlanReport {
  const { plan } = context
  const { report, error, following, retry } = useUpgradeEta(chain, plan.height)
  const fileUrl = useMemo(() => planFileUrl(plan.info), [plan.info])
  const [askedUrl, setAskedUrl] = useState<string>()
  const chainId = report?.source.chainId
  const isWanted =
    fileUrl !== undefined &&
    chainId !== undefined &&
    (askedUrl === fileUrl || isFetchedUnasked(fileUrl, chainId))
  const reading = useQuery(planFileQuery(chain, chainId ?? '', fileUrl ?? '', isWanted))
  const { data, error: fileError } = reading
  const file = useMemo(
    () => stateOfFile(fileUrl, { file: data, error: fileError, isWanted }),
    [fileUrl, data, fileError, isWanted],
  )
  const { proposal, params, bondedTokens, tally } = context
  // An info of hundreds of kilobytes is not read anew with every second that passes.
  const { checks, guide } = useMemo(
    () => judgePlan({ plan, proposal, params, bondedTokens, tally }, report, file),
    [plan, proposal, params, bondedTokens, tally, report, file],
  )
  return {
    plan,
    eta: report,
    failure: error === null ? undefined : describeQueryFailure(error),
    checks,
    file,
    fileUrl,
    fetchFile: () => {
      setAskedUrl(fileUrl)
      if (isWanted) void reading.refetch()
    },
    guide,
    following,
    retry,
  }
}

/** The same for a command, which has read everything at once. */
export function judgePlan(
  context: PlanContext,
  report: EtaReport | undefined,
  file: PlanFileState,
): { readonly checks: readonly PlanCheck[]; readonly guide: CosmovisorGuide } {
  return {
    checks: checkPlan({
      ...context,
      height: report?.source.height,
      eta: report?.eta,
      current: report?.current,
      applied: report?.applied,
      file,
    }),
    guide: composeCosmovisorGuide(context.plan, binariesOf(context.plan.info, file)),
  }
}

function binariesOf(info: string, file: PlanFileState): readonly PlanBinary[] {
  const parsed = file.kind === 'fetched' ? parseInfoFile(file.file.text) : parsePlanInfo(info)
  return parsed.kind === 'binaries' ? parsed.binaries : []
}
