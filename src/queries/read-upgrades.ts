import type { Figure } from '../domain/figure.ts'
import type { Chain } from './chain.ts'
import { describeQueryFailure } from './failures.ts'
import { type ProposalList, readProposalList } from './proposal-list.ts'
import { buildUpgradeReport, listUnappliedHeights, type UpgradeReport } from './upgrade-report.ts'
import {
  readRestartRounds,
  readUpgradeTimes,
  restartsOf,
  type TimesRequest,
} from './upgrade-times.ts'
import { readAppliedUpgrades, readCurrentPlan, type Told } from './upgrades.ts'

/** Every plan of the chain, read to the end. @throws where proposals or applied upgrades cannot be read at all */
export async function readUpgrades(chain: Chain, signal?: AbortSignal): Promise<UpgradeReport> {
  return (await readUpgradesAndProposals(chain, signal)).report
}

/** The same with the proposals it was made of. */
export async function readUpgradesAndProposals(
  chain: Chain,
  signal?: AbortSignal,
): Promise<{ readonly report: UpgradeReport; readonly list: ProposalList }> {
  const [applied, list] = await Promise.all([
    readAppliedUpgrades(chain, signal),
    readWholeList(chain, signal),
  ])
  const request: TimesRequest = {
    chainId: applied.source.chainId,
    heights: [
      ...applied.value.map(({ height }) => height).filter((height) => height <= list.pin.height),
      ...listUnappliedHeights(list, applied.value),
    ],
    reached: list.pin.height,
  }
  const [plan, times] = await Promise.all([
    settle(readCurrentPlan(chain, list.source, signal)),
    readUpgradeTimes(chain, request, signal),
  ])
  const rounds = await readRestartRounds(chain, restartsOf(request, times), signal)
  const report = buildUpgradeReport({
    list,
    isListLost: false,
    applied: { kind: 'known', value: applied.value, source: applied.source },
    plan,
    times,
    rounds,
  })
  return { report, list }
}

async function readWholeList(chain: Chain, signal: AbortSignal | undefined): Promise<ProposalList> {
  let list: ProposalList | undefined
  for await (const reading of readProposalList(chain, signal)) list = reading
  if (list === undefined) throw new Error('reading the list gave nothing')
  return list
}

async function settle<T>(told: Promise<Told<T>>): Promise<Figure<T>> {
  try {
    const { value, source } = await told
    return { kind: 'known', value, source }
  } catch (error) {
    return { kind: 'failed', failure: describeQueryFailure(error) }
  }
}
