import type { Figure } from '../../../src/domain/figure.ts'
import { leaseKey } from '../../../src/domain/market/lease.ts'
import { parseLeaseName } from '../../../src/domain/market/lease-name.ts'
import type { Market, MarketList } from '../../../src/domain/market/market.ts'
import { readLease } from '../../../src/queries/market/read-lease.ts'
import { readMarket } from '../../../src/queries/market/read-market.ts'
import { createFindings, type FindingList, type Findings, formatFailure } from './findings.ts'
import { shownLease } from './market-truth.ts'
import { noteHeight } from './picture.ts'
import type { Visit } from './visit.ts'
import { required } from './world.ts'

/** As many as the demo chain has. */
const PROVIDERS = 60
const PART = 'a part was read, and is marked as not whole'
const UNKNOWN = 'unknown, not zero'

/** `/market` and `/market/leases`, which read the same: the figures beside the leases; and every lease with what it holds. */
export async function readMarketScreens(visit: Visit) {
  const read = createFindings()
  const market = await readRunning(visit, read)
  if (market === undefined) return { market: read.findings(), leases: read.findings() }
  noteHeight(read, visit, { height: market.source.height, time: timeOf(market) })
  const shared = read.findings()
  return {
    market: { ...shared, ...judgeFigures(market) },
    leases: { ...shared, ...judgeLeases(visit, market) },
  }
}

async function readRunning({ chain }: Visit, found: FindingList): Promise<Market | undefined> {
  let market: Market | undefined
  try {
    for await (const picture of readMarket(chain, { isWhole: false })) market = picture
  } catch (error) {
    found.failure('all', error)
  }
  return market
}

/** The screens show the time of their list. */
function timeOf({ running, source }: Market): Date | undefined {
  return running.kind === 'known' ? running.source.time : source.time
}

function judgeFigures(market: Market): Findings {
  const found = createFindings()
  const { providers, oracle, bme, actSupply, blockTime, orders, bids, deployments } = market
  const lists = [orders.open, bids.open, deployments.active]
  noteParts(found, [...lists, providers, oracle, bme, actSupply, blockTime])
  if (lists.some(isCutShort)) found.note('lists', PART)
  if (providers.kind === 'known') found.value('providers', providers.value.length, PROVIDERS)
  return found.findings()
}

function judgeLeases({ world }: Visit, { running, source }: Market): Findings {
  const found = createFindings()
  noteParts(found, [running])
  if (isCutShort(running)) found.note('leases', PART)
  else if (running.kind === 'known') {
    const { items } = running.value
    found.value('leases', items.map(shownLease).toSorted(), world.runningLeases(source.height))
    if (items.some(({ resources }) => resources.from === 'not-known')) found.note('holds', UNKNOWN)
  }
  return found.findings()
}

/** `/market/leases/:id`: the lease with its order, bids and account. */
export async function readLeaseColumn(visit: Visit): Promise<Findings> {
  const found = createFindings()
  const { world, chain } = visit
  const line = required(world.runningLeases(world.tip - 200n).find((one) => isLasting(world, one)))
  const named = parseLeaseName(line.split(' ')[0] ?? '')
  if (named.kind !== 'lease') throw new Error(`${line} begins with no lease`)
  try {
    const { lease, order, bids, deployment, resources, source } = await readLease(chain, named.name)
    noteHeight(found, visit, source)
    found.value('lease', lease && shownLease(lease), line)
    noteParts(found, [order, bids, deployment])
    if (order.kind === 'known') found.value('order', order.value?.id.dseq, named.name.dseq)
    if (deployment.kind === 'known') {
      found.value('account', deployment.value?.owner, named.name.owner)
    }
    const won = { ...named.name, bseq: 0 }
    if (bids.kind === 'known') {
      found.value('bid', bids.value.filter(({ id }) => leaseKey(id) === leaseKey(won)).length, 1)
    }
    if (resources.from === 'not-known') found.note('holds', UNKNOWN)
  } catch (error) {
    found.failure('all', error)
  }
  return found.findings()
}

/** The same at the end as before every height that is read. */
function isLasting({ runningLeases, tip }: Visit['world'], line: string): boolean {
  return runningLeases(tip).includes(line)
}

function isCutShort(list: Figure<MarketList<unknown>>): boolean {
  return list.kind === 'known' && !list.value.isComplete
}

/** Why parts of a screen failed: which of them a node broke off at is a matter of moments. */
function noteParts(found: FindingList, parts: readonly Figure<unknown>[]): void {
  const sentences = parts.flatMap((part) =>
    part.kind === 'failed' ? [formatFailure(part.failure)] : [],
  )
  for (const [at, sentence] of [...new Set(sentences)].toSorted().entries()) {
    found.note(at === 0 ? 'parts' : `parts ${at + 1}`, sentence)
  }
  if (parts.some(({ kind }) => kind === 'loading')) found.note('parts', 'never came')
}
