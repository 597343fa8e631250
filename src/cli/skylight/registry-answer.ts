import { createMemoryRefreshArchive } from '../../archive/registry-refresh.ts'
import { AEP_INDEX_URL } from '../../chain/aep-repository.ts'
import type { RegistryScope } from '../../domain/link/link.ts'
import { REGISTRY_CHAIN_ID, type Registry } from '../../domain/registry/registry.ts'
import type { Chain } from '../../queries/chain.ts'
import { type AepLinks, readAepLinks, readRecordLinks } from '../../queries/read-aep-links.ts'
import { loadRegistry } from '../../queries/registry.ts'
import {
  committedRegistry,
  type FreshRegistry,
  type RegistryFreshness,
} from '../../queries/registry-freshness.ts'
import { refreshRegistry } from '../../queries/registry-refresh.ts'
import type { Answer } from './answer.ts'
import { notesOf, provenanceOf } from './upgrades.ts'

/** What a command tells of the registry and its links; the rest is the same for all of them. */
export type DescribeLinks = (
  links: AepLinks,
) => Pick<Answer, 'data' | 'header' | 'rows' | 'wide' | 'lists'>

/** The registry alone, as akashnet-2. No node is asked. */
export async function answerOfRecord(
  now: () => Date,
  isRefreshed: boolean,
  describe: DescribeLinks,
): Promise<Answer> {
  const fresh = await readFresh(now, isRefreshed)
  const links = await readRecordLinks(dayOf(now()), fresh)
  return {
    ...describe(links),
    provenance: {
      chainId: REGISTRY_CHAIN_ID,
      height: null,
      time: null,
      endpoint: null,
      query: describeRegistry(fresh),
    },
    notes: noteOfFreshness(fresh.freshness),
  }
}

/** The registry joined with a chain. */
export async function answerOfChain(
  chain: Chain,
  isRefreshed: boolean,
  describe: DescribeLinks,
): Promise<Answer> {
  const fresh = await readFresh(chain.now, isRefreshed)
  const links = await readAepLinks(chain, dayOf(chain.now()), undefined, fresh)
  const { query, ...rest } = provenanceOf(links.report)
  return {
    ...describe(links),
    provenance: { ...rest, query: `${query}, ${describeRegistry(fresh)}` },
    notes: [
      ...noteOfScope(links.linked.table.scope),
      ...noteOfFreshness(fresh.freshness),
      ...notesOf(links),
    ],
  }
}

async function readFresh(now: () => Date, isRefreshed: boolean): Promise<FreshRegistry> {
  const floor = await loadRegistry()
  if (!isRefreshed) return committedRegistry(floor)
  return refreshRegistry(floor, { archive: createMemoryRefreshArchive(), now })
}

function describeRegistry({
  registry,
  freshness,
}: {
  readonly registry: Registry
  readonly freshness: RegistryFreshness
}): string {
  const { aepSnapshot, communitySnapshot } = registry
  const committed = `registry of ${aepSnapshot.day} (akash-network/AEP ${aepSnapshot.commit}, akash-network/community ${communitySnapshot.commit})`
  if (freshness.kind === 'committed') return committed
  return `${committed}, ${AEP_INDEX_URL} at ${freshness.at.toISOString()}`
}

function noteOfFreshness({ note }: RegistryFreshness): readonly string[] {
  return note === undefined ? [] : [note]
}

/** Whoever reads another chain must know which facts of mainnet count there. */
function noteOfScope(scope: RegistryScope): readonly string[] {
  switch (scope.kind) {
    case 'own-chain':
      return []
    case 'same-upgrades':
      return [
        `What is on record of ${REGISTRY_CHAIN_ID} counts here only for the ${scope.names.length} upgrades that this chain has under the same name and height.`,
      ]
    case 'none':
      return [`Nothing of what is on record of ${REGISTRY_CHAIN_ID} counts on this chain.`]
  }
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
