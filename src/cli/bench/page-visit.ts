import type { Browser, BrowserContext, CDPSession } from 'playwright'
import { installProbe, type PageFigures } from './page-probe.ts'
import { applyProfile, type PageProfile } from './page-profile.ts'

/** A request as the browser made it; times in milliseconds since the first. */
export interface SeenRequest {
  readonly url: string
  /** What was sent; empty where nothing was. */
  readonly body: string
  readonly startedMs: number
  endedMs: number | undefined
  /** Bytes over the wire, headers included. */
  bytes: number
}

/** One load of a page, watched until it has been still for a while. */
export interface PageVisit extends PageFigures {
  readonly requests: readonly SeenRequest[]
}

export interface VisitOptions {
  readonly profile: PageProfile
  /** A table row with content. */
  readonly selector: string
  readonly rowCount: number
  /** How long to watch after the rows are there. */
  readonly settleMs: number
}

const PATIENCE_MS = 60_000

/** Loads a page with nothing cached. @throws {Error} when the rows do not come within a minute */
export async function visitFresh(
  browser: Browser,
  url: string,
  options: VisitOptions,
): Promise<PageVisit> {
  const context = await browser.newContext({ viewport: options.profile.viewport })
  try {
    return await visit(context, url, options)
  } finally {
    await context.close()
  }
}

/** Loads a page in a browser that may have been there before. */
export async function visit(
  context: BrowserContext,
  url: string,
  options: VisitOptions,
): Promise<PageVisit> {
  const { profile, selector, rowCount, settleMs } = options
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await page.addInitScript(installProbe, { selector, rowCount })
  await applyProfile(session, profile)
  const requests = watchRequests(session)
  await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE_MS })
  await page.waitForFunction(() => window.skylightBench?.readyMs !== undefined, undefined, {
    timeout: PATIENCE_MS,
    polling: 50,
  })
  await page.waitForTimeout(settleMs)
  const figures = await page.evaluate(() => window.skylightBench)
  await page.close()
  if (figures === undefined) throw new Error('the page lost its figures')
  return { ...figures, requests: [...requests.values()] }
}

function watchRequests(session: CDPSession): ReadonlyMap<string, SeenRequest> {
  const requests = new Map<string, SeenRequest>()
  let origin: number | undefined
  const sinceFirst = (timestamp: number) => (timestamp - (origin ?? timestamp)) * 1_000
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    if (/^(data|blob):/.test(request.url)) return
    origin ??= timestamp
    const startedMs = sinceFirst(timestamp)
    const { url, postData: body = '' } = request
    requests.set(requestId, { url, body, startedMs, endedMs: undefined, bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const request = requests.get(requestId)
    if (request === undefined) return
    request.endedMs = sinceFirst(timestamp)
    request.bytes = encodedDataLength
  })
  session.on('Network.loadingFailed', ({ requestId, timestamp }) => {
    const request = requests.get(requestId)
    if (request !== undefined) request.endedMs = sinceFirst(timestamp)
  })
  return requests
}

/** Most requests of a list that waited for one another: each began after the one before had ended. */
export function countRoundTrips(requests: readonly SeenRequest[]): number {
  const inOrder = requests.toSorted((a, b) => a.startedMs - b.startedMs)
  let count = 0
  let endedMs = Number.NEGATIVE_INFINITY
  for (const request of inOrder) {
    if (request.startedMs < endedMs) {
      // Of those under way together, the first to end is the one the next can have waited for.
      endedMs = Math.min(endedMs, request.endedMs ?? Number.POSITIVE_INFINITY)
      continue
    }
    count += 1
    endedMs = request.endedMs ?? Number.POSITIVE_INFINITY
  }
  return count
}
