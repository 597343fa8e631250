import type { Plan } from '../../domain/message.ts'
import type { Proposal } from '../../domain/proposal.ts'
import { describeEtaMethod, describeEtaSample } from '../../domain/upgrades/eta/describe-method.ts'
import type { UpgradeEta } from '../../domain/upgrades/eta/upgrade-eta.ts'
import type { PlanCheck, PlanFileState } from '../../domain/upgrades/plan-check/plan-check.ts'
import type { Chain } from '../../queries/chain.ts'
import { contextOfPlan, judgePlan } from '../../queries/plan-checks.ts'
import {
  isFetchedUnasked,
  planFileUrl,
  readPlanFile,
  stateOfFile,
} from '../../queries/plan-file.ts'
import { type ProposalList, readProposalList } from '../../queries/proposal-list.ts'
import { readUpgradeEta } from '../../queries/upgrade-eta.ts'
import { readCurrentPlan } from '../../queries/upgrades.ts'
import { type Answer, EXIT, toProvenance } from './answer.ts'
import { type Arguments, parseProposalId } from './parse-arguments.ts'
import { NoSuchUpgradeError } from './upgrade.ts'
import { heightJson } from './upgrade-json.ts'

/** @returns undefined for the chain's own plan. @throws {UsageError} */
export function parsePlanProposal({ positionals }: Pick<Arguments, 'positionals'>) {
  return positionals.length === 0 ? undefined : parseProposalId(positionals)
}

/**
 * `skylight plan [id]`: the chain's plan, or the one a proposal asks for; when its height comes, and whether it is sound.
 * With `isCheck` the file `info` points at is fetched, wherever it is public, and a failed check ends with a code of its own.
 * @throws {NoSuchUpgradeError} when there is no plan
 */
export async function showPlan(
  chain: Chain,
  id: bigint | undefined,
  isCheck: boolean,
): Promise<Answer> {
  const list = await readList(chain)
  const { plan, proposal } =
    id === undefined ? await findScheduled(chain, list) : findProposed(list, id)
  const report = await readUpgradeEta(chain, plan.height)
  const file = await readFile(chain, plan, report.source.chainId, isCheck)
  const { checks } = judgePlan(contextOfPlan({ plan, proposal }, list), report, file)
  const { name, height, info } = plan
  const data = {
    plan: {
      name,
      height: heightJson(height),
      info,
      proposalId: proposal === undefined ? null : Number(proposal.id),
    },
    eta: etaJson(report.eta),
    checks,
  }
  return {
    provenance: toProvenance(report.source),
    data,
    header: ['what', 'how', 'why'],
    wide: ['why'],
    rows: rowsOf(data.plan, data.eta, checks),
    exitCode:
      isCheck && checks.some(({ verdict }) => verdict === 'fail')
        ? EXIT.checkFailed
        : EXIT.answered,
  }
}

async function readList(chain: Chain): Promise<ProposalList> {
  let list: ProposalList | undefined
  for await (const picture of readProposalList(chain)) list = picture
  if (list === undefined) throw new Error('reading the list gave nothing')
  return list
}

interface FoundPlan {
  readonly plan: Plan
  readonly proposal: Proposal | undefined
}

async function findScheduled(chain: Chain, list: ProposalList): Promise<FoundPlan> {
  const { plan } = (await readCurrentPlan(chain, list.source)).value
  if (plan === undefined) {
    throw new NoSuchUpgradeError(`No upgrade is planned at height ${list.source.height}.`)
  }
  const proposal = proposalsOf(list).find(
    ({ status, messages }) =>
      status === 'PROPOSAL_STATUS_PASSED' && messages.some((message) => isPlan(message.plan, plan)),
  )
  return { plan, proposal }
}

function isPlan(found: Plan | undefined, { name, height }: Plan): boolean {
  return found?.name === name && found.height === height
}

function findProposed(list: ProposalList, id: bigint): FoundPlan {
  const proposal = proposalsOf(list).find((each) => each.id === id)
  if (proposal === undefined) {
    throw new NoSuchUpgradeError(`No proposal ${id} could be read at height ${list.source.height}.`)
  }
  const plan = proposal.messages.find((message) => message.plan !== undefined)?.plan
  if (plan === undefined) throw new NoSuchUpgradeError(`Proposal ${id} asks for no upgrade.`)
  return { plan, proposal }
}

/** Newest first. */
function proposalsOf({ rows }: ProposalList): readonly Proposal[] {
  return rows.flatMap((row) => (row.kind === 'proposal' ? [row.proposal] : []))
}

async function readFile(
  chain: Chain,
  { info }: Plan,
  chainId: string,
  isCheck: boolean,
): Promise<PlanFileState> {
  const url = planFileUrl(info)
  const isWanted = url !== undefined && (isCheck || isFetchedUnasked(url, chainId))
  const nothing = { file: undefined, error: undefined, isWanted: false }
  if (!isWanted || stateOfFile(url, nothing).kind === 'not-public') return stateOfFile(url, nothing)
  try {
    return stateOfFile(url, { ...nothing, file: await readPlanFile(chain, chainId, url) })
  } catch (error) {
    return stateOfFile(url, { ...nothing, error })
  }
}

/** As `PlanShape` says. */
function etaJson(eta: UpgradeEta) {
  const range = eta.kind === 'range' ? eta : undefined
  return {
    state: eta.kind,
    p10: range?.p10.toISOString() ?? null,
    p50: range?.p50.toISOString() ?? null,
    p90: range?.p90.toISOString() ?? null,
    blocksLeft: eta.kind === 'reached' ? 0 : heightJson(eta.blocksLeft),
    method: range === undefined ? null : methodJson(range),
    sample: eta.kind === 'reached' ? null : sampleJson(eta.sample),
  }
}

function methodJson(eta: Extract<UpgradeEta, { kind: 'range' }>) {
  const { windows, blockMs, rehearsals, rehearsalBlocks, error } = eta.method
  return {
    windows: windows.map(Math.round),
    blockSeconds: blockMs / 1_000,
    rehearsals,
    rehearsalBlocks,
    error,
    words: describeEtaMethod(eta),
  }
}

function sampleJson(sample: Exclude<UpgradeEta, { kind: 'reached' }>['sample']) {
  return {
    headers: sample.count,
    lowest: Number(sample.lowest),
    highest: Number(sample.highest),
    standstills: sample.standstills.map(({ fromHeight, toHeight, lostMs, upgradeName }) => ({
      fromHeight: Number(fromHeight),
      toHeight: Number(toHeight),
      seconds: lostMs / 1_000,
      upgrade: upgradeName ?? null,
    })),
    words: describeEtaSample(sample),
  }
}

function rowsOf(
  plan: { readonly name: string; readonly height: number | string },
  eta: ReturnType<typeof etaJson>,
  checks: readonly PlanCheck[],
): readonly (readonly string[])[] {
  return [
    ['plan', plan.name, `height ${plan.height}`],
    ['blocks left', `${eta.blocksLeft}`, ''],
    ['earliest', eta.p10 ?? eta.state, ''],
    ['likely', eta.p50 ?? eta.state, eta.method?.words.join(' ') ?? ''],
    ['latest', eta.p90 ?? eta.state, eta.sample?.words.join(' ') ?? ''],
    ...checks.map(({ title, verdict, reason }) => [title, verdict, reason]),
  ]
}
