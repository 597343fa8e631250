import { formatInteger } from '../format-integer.ts'
import { describeAddress } from './describe-address.ts'
import { describeUrl, urlResults } from './describe-url.ts'
import { aepResult, findAeps } from './find-aeps.ts'
import { findGroups } from './find-groups.ts'
import { findDeployment, findLease } from './find-on-market.ts'
import { findProposals, proposalResult } from './find-proposals.ts'
import { findUpgrades } from './find-upgrades.ts'
import { findValidators } from './find-validators.ts'
import { parseSearch, type SearchReading } from './parse-search.ts'
import type { SearchFindings, SearchGround, SearchResult } from './search-results.ts'

/** Results of one group that are listed; the rest is counted. */
const MOST_OF_A_GROUP = 7
/** No chain has numbered so many proposals: while the list is not known, a larger number is taken for a height. */
const UNLIKELY_PROPOSAL = 100_000n

/** What a text finds in what is known, best group first. Pure; never throws. */
export function findResults(text: string, ground: SearchGround): SearchFindings {
  const results: SearchResult[] = []
  const remarks: string[] = []
  for (const reading of parseSearch(text, ground.prefix)) {
    const found = resultsOf(reading, ground)
    results.push(...found.results)
    remarks.push(...found.remarks)
  }
  return { groups: groupResults(distinct(results)), remarks }
}

interface Found {
  readonly results: readonly SearchResult[]
  readonly remarks: readonly string[]
}

function resultsOf(reading: SearchReading, ground: SearchGround): Found {
  switch (reading.kind) {
    case 'proposal':
      return only(proposalByNumber(reading, ground))
    case 'aep':
      return only([aepResult(reading.number, ground.registry, 100)])
    case 'height':
      return only(blockByHeight(reading, ground))
    case 'deployment':
      return only(findDeployment(reading, ground.market))
    case 'lease':
      return only(findLease(reading.name, ground.market))
    case 'no-lease':
      return { results: [], remarks: [reading.why] }
    case 'address':
      return describeAddress(reading.reading, ground)
    case 'transaction':
      return only([
        {
          group: 'Transactions',
          target: { kind: 'transaction', hash: reading.hash },
          title: `Transaction ${reading.hash.slice(0, 8)}…${reading.hash.slice(-6)}`,
          detail:
            'Single transactions are not shown here; this leads to its block, where a node’s index has it',
          score: 90,
        },
      ])
    case 'url':
      return { results: urlResults(reading.reading), remarks: describeUrl(reading.reading) }
    case 'words': {
      const { words, phrase } = reading
      return only([
        ...findUpgrades(ground, words, phrase),
        ...findProposals(ground.proposals, words, phrase),
        ...(ground.registry === undefined ? [] : findAeps(ground.registry, words, phrase)),
        ...findGroups(ground.registry?.groups ?? [], words, phrase),
        ...findValidators(ground.validators ?? [], words, phrase),
      ])
    }
  }
}

function only(results: readonly SearchResult[]): Found {
  return { results, remarks: [] }
}

function proposalByNumber(
  { id, isNamed }: Extract<SearchReading, { kind: 'proposal' }>,
  { proposals, latestHeight }: SearchGround,
): readonly SearchResult[] {
  const row = proposals.find((one) => one.id === id && one.kind !== 'gap')
  if (row?.kind === 'proposal') return [proposalResult(row.proposal, isNamed ? 100 : 80)]
  const newest = proposals[0]?.id
  const isBeyond = newest === undefined ? id > UNLIKELY_PROPOSAL : id > newest
  if (isBeyond && !isNamed && (newest !== undefined || latestHeight !== undefined)) return []
  const isGap = proposals.some((one) => one.kind === 'gap' && id <= one.id && id >= one.lowestId)
  return [
    {
      group: 'Proposals',
      target: { kind: 'proposal', id },
      title: `Proposal ${id}`,
      detail: isGap
        ? 'The chain has no proposal of this number'
        : isBeyond && newest !== undefined
          ? `Not submitted yet; the newest is ${newest}`
          : row?.kind === 'unreadable'
            ? 'It could not be decoded; its page shows why'
            : 'Not among those read so far',
      score: isNamed ? 100 : isBeyond || isGap ? 30 : 75,
    },
  ]
}

function blockByHeight(
  { height, isNamed }: Extract<SearchReading, { kind: 'height' }>,
  { latestHeight, earliestHeight }: SearchGround,
): readonly SearchResult[] {
  const isAhead = latestHeight !== undefined && height > latestHeight
  const isDropped = earliestHeight !== undefined && height < earliestHeight
  return [
    {
      group: 'Blocks',
      target: { kind: 'block', height },
      title: `Block ${formatInteger(height)}`,
      detail: isAhead
        ? `Not reached yet; the chain is at ${formatInteger(latestHeight)}`
        : isDropped
          ? `Below ${formatInteger(earliestHeight)}, the first block this node keeps; an archive node may have it`
          : 'Its header, and who signed it',
      score: isNamed ? 100 : isAhead || isDropped ? 25 : 65,
    },
  ]
}

/** One result a target: a URL may name what its words find too. The better one stays. */
function distinct(results: readonly SearchResult[]): readonly SearchResult[] {
  const best = new Map<string, SearchResult>()
  for (const result of results) {
    const key = keyOfTarget(result)
    const before = best.get(key)
    if (before === undefined || before.score < result.score) best.set(key, result)
  }
  return [...best.values()]
}

/** A text that tells a result from every other one. */
export function keyOfTarget({ target }: Pick<SearchResult, 'target'>): string {
  switch (target.kind) {
    case 'proposal':
      return `proposal ${target.id}`
    case 'aep':
      return `aep ${target.number}`
    case 'upgrade':
      return `upgrade ${target.name}`
    case 'group':
      return `group ${target.id}`
    case 'block':
      return `block ${target.height}`
    case 'account':
      return `account ${target.address}`
    case 'lease':
      return `lease ${target.key}`
    case 'leases':
      return `leases ${target.owner ?? ''}/${target.dseq}`
    case 'holder':
      return `${target.as} ${target.address}`
    case 'transaction':
      return `transaction ${target.hash}`
    case 'endpoint':
      return `endpoint ${target.url}`
  }
}

function groupResults(results: readonly SearchResult[]): SearchFindings['groups'] {
  const byGroup = new Map<SearchResult['group'], SearchResult[]>()
  for (const result of results) {
    const own = byGroup.get(result.group)
    if (own === undefined) byGroup.set(result.group, [result])
    else own.push(result)
  }
  return [...byGroup]
    .map(([group, own]) => {
      const sorted = own.sort((a, b) => b.score - a.score)
      return {
        group,
        results: sorted.slice(0, MOST_OF_A_GROUP),
        more: Math.max(0, sorted.length - MOST_OF_A_GROUP),
        best: sorted[0]?.score ?? 0,
      }
    })
    .sort((a, b) => b.best - a.best)
    .map(({ group, results: listed, more }) => ({ group, results: listed, more }))
}
