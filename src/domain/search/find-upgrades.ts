import { formatInteger } from '../format-integer.ts'
import { planKey } from '../link/link.ts'
import type { ProposalRow } from '../proposal.ts'
import { REGISTRY_CHAIN_ID, type RecordedUpgrade } from '../registry/registry.ts'
import { isAddressableName } from '../upgrades/ledger/addressable-name.ts'
import { foldText } from './parse-search.ts'
import type { SearchGround, SearchResult } from './search-results.ts'

interface Plan {
  readonly name: string
  readonly height: bigint
}

/** Upgrades whose name, or the name people call them by, holds every word; one result a name. */
export function findUpgrades(
  ground: Pick<SearchGround, 'proposals' | 'registry' | 'chainId'>,
  words: readonly string[],
  phrase: string,
): readonly SearchResult[] {
  const byName = new Map<string, SearchResult>()
  for (const { plan, recorded } of listUpgrades(ground)) {
    const called = recorded?.displayName ?? ''
    const names = [foldText(plan.name), foldText(called)]
    if (byName.has(plan.name) || !words.every((word) => names.join(' ').includes(word))) continue
    byName.set(plan.name, {
      group: 'Upgrades',
      target: { kind: 'upgrade', name: plan.name },
      title: called === '' ? plan.name : `${plan.name} (${called})`,
      detail: `Upgrade at height ${formatInteger(plan.height)}: its proposal, time, AEPs and SIGs`,
      score: names.includes(phrase) ? 65 : names.some((name) => name.startsWith(phrase)) ? 45 : 20,
    })
  }
  return [...byName.values()]
}

/** Plans that proposals ask for, newest first, then what is on record and holds for this chain. */
function listUpgrades({
  proposals,
  registry,
  chainId,
}: Pick<SearchGround, 'proposals' | 'registry' | 'chainId'>): readonly {
  readonly plan: Plan
  readonly recorded: RecordedUpgrade | undefined
}[] {
  const recorded = new Map(
    registry?.upgrades.map((upgrade) => [planKey(upgrade.name, upgrade.height), upgrade]),
  )
  const asked = proposals.flatMap(plansOf).map((plan) => ({
    plan,
    recorded: recorded.get(planKey(plan.name, plan.height)),
  }))
  const others =
    chainId === REGISTRY_CHAIN_ID
      ? [...recorded.values()].map((upgrade) => ({ plan: upgrade, recorded: upgrade }))
      : []
  // A name can be asked for again: the one on record is the one that was applied.
  const all = [...asked, ...others].filter(({ plan }) => isAddressableName(plan.name))
  return all.toSorted((a, b) => Number(b.recorded !== undefined) - Number(a.recorded !== undefined))
}

function plansOf(row: ProposalRow): readonly Plan[] {
  return row.kind === 'proposal' ? row.proposal.messages.flatMap(({ plan }) => plan ?? []) : []
}
