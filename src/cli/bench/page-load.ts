import type { Browser } from 'playwright'
import { GOV_PATH } from '../../chain/gov-paths.ts'
import type { ReplayNode } from '../../demo-chain/http/replay-node.ts'
import { atMost, type Finding, type Measurement, plain } from './finding.ts'
import { median } from './median.ts'
import { type PageProfile, SLOW_PHONE, SLOW_WIDE, UNTHROTTLED } from './page-profile.ts'
import { countRoundTrips, type PageVisit, visit, visitFresh } from './page-visit.ts'

const ROUNDS = 3
/** A proposal's row; rows of space around them carry no index. */
const ROWS = { selector: 'tr[data-index]', rowCount: 20 }
const SETTLE_MS = 3_000

interface Site {
  readonly browser: Browser
  /** With a trailing slash. */
  readonly url: string
  readonly node: ReplayNode
}

/** The list of proposals in Chromium, in front of the replayed node, until 20 of its rows are visible. */
export function pageLoad(site: Site): Measurement {
  return {
    heading: 'The page /proposals in Chromium, to the first 20 rows',
    measure: async () => [
      ...(await slowFindings(site, SLOW_PHONE)),
      ...(await slowFindings(site, SLOW_WIDE)),
      ...(await unthrottledFindings(site)),
      ...(await secondVisitFindings(site)),
    ],
  }
}

async function slowFindings(site: Site, profile: PageProfile): Promise<readonly Finding[]> {
  const visits = await visits3(site, profile)
  const { name } = profile
  const middle = (read: (visit: PageVisit) => number) => median(visits.map(read))
  return [
    atMost(
      `${name}: time`,
      middle(({ readyMs }) => (readyMs ?? Number.NaN) / 1_000),
      2.6,
      's',
    ),
    atMost(
      `${name}: bytes to the rows`,
      middle((one) => kilobytes(beforeRows(one))),
      300,
      'kB',
    ),
    plain(
      `${name}: bytes in all`,
      middle(({ requests }) => kilobytes(requests)),
      'kB',
    ),
    plain(
      `${name}: requests in all`,
      middle(({ requests }) => requests.length),
    ),
    atMost(
      `${name}: round trips the rows wait for`,
      middle(({ requests }) => countRoundTrips(untilList(toNode(requests)))),
      2,
    ),
    atMost(
      `${name}: requests to third parties`,
      middle(({ requests }) => toThirdParties(requests, site.url).length),
      0,
    ),
    atMost(
      `${name}: layout shift`,
      middle(({ layoutShift }) => layoutShift),
      0.02,
    ),
  ]
}

async function unthrottledFindings(site: Site): Promise<readonly Finding[]> {
  const visits = await visits3(site, UNTHROTTLED)
  const longest = visits.map(({ longTasksMs }) => Math.max(0, ...longTasksMs))
  return [
    plain('unthrottled: time', median(visits.map(({ readyMs }) => readyMs ?? Number.NaN)), 'ms'),
    atMost('unthrottled: longest task', Math.max(...longest), 100, 'ms'),
  ]
}

/** In the browser of a reader who comes back, counted at the node. */
async function secondVisitFindings({ browser, url, node }: Site): Promise<readonly Finding[]> {
  const context = await browser.newContext({ viewport: UNTHROTTLED.viewport })
  const options = { ...ROWS, profile: UNTHROTTLED, settleMs: SETTLE_MS }
  try {
    node.requests.reset()
    await visit(context, `${url}proposals`, options)
    const first = node.requests.httpRequests
    node.requests.reset()
    await visit(context, `${url}proposals`, options)
    return [
      plain('first visit: requests at the node', first),
      atMost('second visit: requests at the node', node.requests.httpRequests, 3),
    ]
  } finally {
    await context.close()
  }
}

async function visits3({ browser, url }: Site, profile: PageProfile): Promise<PageVisit[]> {
  const visits: PageVisit[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const options = { ...ROWS, profile, settleMs: SETTLE_MS }
    visits.push(await visitFresh(browser, `${url}proposals`, options))
  }
  return visits
}

type Requests = PageVisit['requests']

/** Requests that had ended when the rows appeared: what it took to show them. */
function beforeRows({ requests, readyMs = 0 }: PageVisit): Requests {
  return requests.filter(({ endedMs }) => endedMs !== undefined && endedMs <= readyMs)
}

/** Up to the request that asks for the list: what is asked after it, or beside it, the rows do not wait for. */
function untilList(requests: Requests): Requests {
  const list = requests.find(({ body }) => body.includes(GOV_PATH.proposals))
  if (list === undefined) throw new Error('the page did not ask for the list')
  return requests.filter(({ startedMs }) => startedMs <= list.startedMs)
}

function toNode(requests: Requests): Requests {
  return requests.filter(({ url }) => new URL(url).pathname.startsWith('/rpc/'))
}

function toThirdParties(requests: Requests, own: string): Requests {
  return requests.filter(({ url }) => new URL(url).origin !== new URL(own).origin)
}

function kilobytes(requests: Requests): number {
  return requests.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000
}
