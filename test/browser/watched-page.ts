import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'

/** A page of its own context, with everything it did that a quiet page would not. */
export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** URLs of all requests, by whatever means, in order. */
  readonly requests: readonly string[]
  /** Errors and warnings on the console, uncaught errors, dialogs that scripts opened. */
  readonly noise: readonly string[]
  /** Violations of the content security policy, as `directive blocked-uri`. */
  readonly violations: readonly string[]
  /** Requests to any other origin than these. */
  requestsBeyond(...origins: readonly string[]): readonly string[]
  /** Forgets what was seen so far, and what the page stored of its own choices. */
  forget(): Promise<void>
  close(): Promise<void>
}

/** Chromium's own word on a request that failed is no finding; the screens have theirs. */
const NETWORK_NOISE = /^Failed to load resource|^Access to fetch at|^WebSocket connection to/

export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
    ...options,
  })
  context.setDefaultTimeout(15_000)
  const requests: string[] = []
  const noise: string[] = []
  const violations: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('console', (message) => {
    const isLoud = message.type() === 'error' || message.type() === 'warning'
    if (isLoud && !NETWORK_NOISE.test(message.text())) noise.push(message.text())
  })
  context.on('weberror', (error) => noise.push(error.error().message))
  context.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await context.exposeFunction('reportViolation', (text: string) => violations.push(text))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation')
      if (typeof report === 'function') report(`${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
  const page = await context.newPage()
  return {
    page,
    context,
    requests,
    noise,
    violations,
    requestsBeyond: (...origins) =>
      requests.filter((url) => !origins.includes(new URL(url).origin) && !url.startsWith('blob:')),
    forget: async () => {
      for (const list of [requests, noise, violations]) list.length = 0
      if (page.url() !== 'about:blank') await page.evaluate(() => localStorage.clear())
    },
    close: () => context.close(),
  }
}
