import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecordedProposals } from '../flow/recorded-proposals.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

const recorded = readRecordedProposals('steady')
const HOSTILE = [188, 299, 314, 330, 353]

let bed: TestBed
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  seen = await openPage(bed.browser)
  await seen.context.addInitScript(() => {
    // What the texts' own scripts would call, and what else a script could tell somebody with.
    const ran: string[] = []
    Object.assign(window, {
      ran,
      alert: (text: unknown) => ran.push(`alert ${text}`),
      open: (url: unknown) => ran.push(`open ${url}`),
    })
    navigator.sendBeacon = (url) => {
      ran.push(`beacon ${url}`)
      return true
    }
  })
})
afterAll(() => bed.close())

const origin = () => new URL(bed.server.url).origin
const whatRan = () => seen.page.evaluate(() => Reflect.get(window, 'ran'))

async function open(id: number): Promise<void> {
  await seen.page.goto(new URL(`/proposals/${id}`, bed.server.url).href)
  await seen.page.getByRole('heading', { level: 1 }).waitFor()
  await seen.page.locator('.prose[aria-busy="false"]').waitFor()
}

/** A long summary is drawn as the reader goes on. */
async function showAll(): Promise<void> {
  const summary = seen.page.locator('section').filter({
    has: seen.page.getByRole('heading', { level: 2, name: 'Summary' }),
  })
  await summary.getByRole('button', { name: /^Show all/ }).click()
}

/** What of the page could act by itself, or carry somebody off. */
const actors = () =>
  seen.page.evaluate(() => {
    const own = window.location.origin
    const list = (selector: string) => [...document.querySelectorAll(selector)]
    const handlers = list('*').flatMap((element) =>
      [...element.attributes].filter(({ name }) => /^on/i.test(name)).map(({ name }) => name),
    )
    return {
      embedded: list('iframe, object, embed, img, video, audio, form').length,
      handlers,
      foreignScripts: list('script')
        .map((script) => script.getAttribute('src'))
        .filter((src) => src !== null && new URL(src, own).origin !== own),
      oddLinks: list('a')
        .map((link) => (link instanceof HTMLAnchorElement ? link.protocol : ''))
        .filter((protocol) => !['http:', 'https:'].includes(protocol)),
      unguardedLinks: list('a[href]').filter(
        (link) =>
          link instanceof HTMLAnchorElement &&
          link.origin !== own &&
          !(link.rel.includes('noopener') && link.rel.includes('noreferrer')),
      ).length,
    }
  })

const INERT = { embedded: 0, handlers: [], foreignScripts: [], oddLinks: [], unguardedLinks: 0 }

describe.each(HOSTILE)('the summary of proposal %i', (id) => {
  it('is there in full, as the text it is, and runs nothing, loads nothing, asks nobody', async () => {
    const before = seen.requests.length
    await open(id)
    await showAll()
    const summary = recorded.find((proposal) => proposal.id === BigInt(id))?.summary ?? ''
    const parts = [
      "<script>alert('xss-",
      '<img src=x onerror="alert(1)">',
      '<iframe src="https://evil.example"></iframe>',
      '<a href="data:text/html;base64,',
      'const x = "</script><script>alert(2)</script>";',
      'Image, not loaded: img',
      // Characters that turn or hide text are named.
      '‹U+202E›gnp.exe‹U+202C›',
      'zero‹U+200B›width',
      // To its last words, which end in a link.
      summary.trim().split(/\s+/).slice(-4).join(' ').replace(/\.$/, ''),
    ]
    const missing = async () => {
      // What is off screen may not be laid out, and counts as well.
      const texts = await seen.page.locator('.prose').allTextContents()
      const text = texts.join(' ').replaceAll(/\s+/g, ' ')
      return parts.filter((part) => !text.includes(part))
    }
    await expect.poll(missing).toEqual([])
    await seen.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    // An event of an image or a frame would come a moment later.
    await seen.page.waitForTimeout(100)
    expect(await actors()).toEqual(INERT)
    expect(await whatRan()).toEqual([])
    const left = seen.requests.slice(before).filter((url) => new URL(url).origin !== origin())
    expect(left).toEqual([])
    expect(seen.noise).toEqual([])
    expect(seen.violations).toEqual([])
  })
})

describe('a link in a summary', () => {
  it('of the scheme javascript: is no link, and clicking its words does nothing', async () => {
    await open(353)
    const words = seen.page.getByText('click me', { exact: true })
    expect(await words.evaluate((element) => element.closest('a') === null)).toBe(true)
    await words.click()
    expect(await whatRan()).toEqual([])
    expect(new URL(seen.page.url()).pathname).toBe('/proposals/353')
  })

  it('to elsewhere names its host and gives it no way back', async () => {
    await open(353)
    const link = seen.page.getByRole('link', { name: /^ok link/ })
    expect(await textOf(link)).toContain('(forum.akash.network)')
    expect(await link.getAttribute('rel')).toMatch(/noopener noreferrer/)
    expect(await link.getAttribute('referrerpolicy')).toBe('no-referrer')
  })

  it('to an image is followed by the reader only: the picture is not fetched', async () => {
    const before = seen.requests.length
    await open(353)
    const link = seen.page.getByRole('link', { name: /^img/ })
    expect(await link.getAttribute('href')).toBe('https://example.com/tracker.png')
    expect(seen.requests.slice(before).filter((url) => url.includes('tracker'))).toEqual([])
  })
})

describe('a right-to-left text in a summary', () => {
  it('turns its own paragraph and nothing around it', async () => {
    await open(353)
    const directionOf = (words: string) =>
      seen.page
        .getByText(words)
        .first()
        .evaluate((element) => getComputedStyle(element).direction)
    const paragraph = seen.page.getByText('هذا نص عربي').first()
    const box = await paragraph.boundingBox()
    const prose = await seen.page.locator('.prose').boundingBox()
    expect(box === null || prose === null || box.x + box.width <= prose.x + prose.width + 1).toBe(
      true,
    )
    expect(await directionOf('This proposal asks the community')).toBe('ltr')
    expect(await seen.page.evaluate(() => getComputedStyle(document.body).direction)).toBe('ltr')
  })
})

describe('the title of proposal 326', () => {
  it.each([['/proposals/326'], ['/proposals?q=326']])('is text at %s', async (path) => {
    await seen.page.goto(new URL(path, bed.server.url).href)
    const title = `<img src=x onerror=alert('title')> & "quotes" ‹U+202E›reversed‹U+202C›`
    await seen.page.getByText(title).first().waitFor()
    expect(await actors()).toEqual(INERT)
    expect(await whatRan()).toEqual([])
    expect(seen.noise).toEqual([])
    expect(await seen.page.title()).not.toMatch(/[\u202a-\u202e]/)
  })
})
