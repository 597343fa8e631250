import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

/** A host that is not ours, with everything an intruder could want to load from it. */
interface ForeignHost {
  readonly url: string
  readonly asked: readonly string[]
  close(): Promise<void>
}

let bed: TestBed
let foreign: ForeignHost
let seen: WatchedPage
beforeAll(async () => {
  ;[bed, foreign] = await Promise.all([openTestBed(), startForeignHost()])
  seen = await openPage(bed.browser)
})
afterAll(async () => {
  await Promise.all([bed.close(), foreign.close()])
})

const open = async (path: string) => {
  await seen.page.goto(new URL(path, bed.server.url).href)
  await seen.page.getByRole('heading', { level: 1 }).waitFor()
}

describe('the policy of the page', () => {
  it('is in the header and in the page, the same, without unsafe words', async () => {
    const response = await seen.page.goto(new URL('/proposals', bed.server.url).href)
    const header = response?.headers()['content-security-policy'] ?? ''
    const meta = await seen.page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content')
    expect(header).toBe(`${meta}; frame-ancestors 'none'`)
    expect(header).toMatch(/(?:^|; )default-src 'none'(?:;|$)/)
    expect(header).not.toMatch(/unsafe-|\*|data:[^;]*script/)
    const [, scripts = ''] = /script-src ([^;]*)/.exec(header) ?? []
    expect(
      scripts.split(' ').filter((source) => !/^'(?:self|sha256-[^']+)'$/.test(source)),
    ).toEqual([])
  })
})

/** Each tries what an intruder would, and gives the directive that has to stop it. */
const INTRUSIONS = [
  ['a script of another host', 'script-src-elem', `add('script', { src: '%/evil.js' })`],
  ['a script in the page', 'script-src-elem', `add('script', {}, 'window.intruded = true')`],
  ['an event handler', 'script-src-attr', `add('img', { src: 'x', onerror: 'intruded = true' })`],
  [
    'a javascript: link',
    'script-src-elem',
    `add('a', { href: 'javascript:intruded=true' }).click()`,
  ],
  [
    'a style sheet of another host',
    'style-src-elem',
    `add('link', { rel: 'stylesheet', href: '%/evil.css' })`,
  ],
  ['a style in the page', 'style-src-elem', `add('style', {}, 'body { display: none }')`],
  ['a style attribute', 'style-src-attr', `add('p', { style: 'background: url(%/evil.png)' })`],
  ['an image of another host', 'img-src', `add('img', { src: '%/evil.png' })`],
  ['a frame', 'frame-src', `add('iframe', { src: '%/' })`],
  ['an object', 'object-src', `add('object', { data: '%/evil.swf' })`],
  [
    'a font of another host',
    'font-src',
    `new FontFace('x', 'url(%/evil.woff2)').load().catch(() => {})`,
  ],
  ['a media file', 'media-src', `add('audio', { src: '%/evil.mp3' })`],
  [
    'a form to another host',
    'form-action',
    `add('form', { action: '%/', method: 'post' }).submit()`,
  ],
  ['another base for addresses', 'base-uri', `add('base', { href: '%/' })`],
  ['a worker of another kind', 'worker-src', `new Worker('data:text/javascript,1')`],
] as const

describe('an intruder in the page', () => {
  beforeAll(() => open('/proposals/353'))

  it.each(INTRUSIONS)('cannot load %s', async (_, directive, code) => {
    const before = seen.violations.length
    // The test's own code runs outside of the page's policy; what it adds to the page does not.
    await seen.page.evaluate(`{
      const add = (name, attributes, text = '') => {
        const element = document.createElement(name)
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
        element.textContent = text
        document.body.append(element)
        return element
      }
      try { ${code.replaceAll('%', foreign.url)} } catch {}
    }`)
    await expect
      .poll(() => seen.violations.slice(before).map((text) => text.split(' ')[0]))
      .toContain(directive)
    expect(await seen.page.evaluate(() => Reflect.get(window, 'intruded'))).toBeUndefined()
    expect(foreign.asked).toEqual([])
  })

  it('cannot make code out of text', async () => {
    const refused = await seen.page.evaluate(() => {
      // Through a timer, so that it is the page that asks and not the test.
      return new Promise<boolean>((resolve) => {
        const script = document.createElement('button')
        script.addEventListener('click', () => {
          try {
            Reflect.construct(Function, ['return 1'])
            resolve(false)
          } catch {
            resolve(true)
          }
        })
        setTimeout(() => script.click(), 0)
      })
    })
    expect(refused).toBe(true)
  })

  it('cannot put the page into a frame of its own', async () => {
    const thief = await openPage(bed.browser)
    await thief.page.goto(`${foreign.url}/frame?${encodeURIComponent(bed.server.url)}`)
    const frame = thief.page.frames().find((one) => one !== thief.page.mainFrame())
    expect(await frame?.locator('#root').count()).toBe(0)
    await thief.close()
  })
})

describe('everything that opens over the page', () => {
  it('opens without offending the policy', async () => {
    const quiet = await openPage(bed.browser)
    const { page } = quiet
    await page.goto(new URL('/proposals', bed.server.url).href)
    await waitForWholeList(page)
    await page.getByRole('link', { name: /^skydev-1/ }).click()
    await page.getByRole('table', { name: 'Endpoints' }).getByText('Up to date.').waitFor()
    await page.getByRole('textbox', { name: /RPC node/ }).fill('ftp://node')
    await page.getByRole('button', { name: 'Use it alone' }).click()
    await page.getByText('ftp:// is not supported').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: /^height 27,400,494/ }).click()
    await page.getByRole('group', { name: 'Where these figures come from' }).waitFor()

    await page.goto(new URL('/proposals/353', bed.server.url).href)
    for (const origin of await page.getByRole('button', { name: /^height 27,400,494/ }).all()) {
      await origin.click()
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: '1,000 AKT' }).click()
    await page
      .getByRole('group', { name: 'Exact amount' })
      .getByText(/^1000000000\suakt$/)
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Show all \d+$/ }).click()

    await page.goto(new URL('/proposals/50?height=1', bed.server.url).href)
    await page.getByText('Technical details').click()
    await page.getByRole('button', { name: 'Try again' }).click()
    expect(quiet.violations).toEqual([])
    expect(quiet.noise).toEqual([])
    await quiet.close()
  })
})

async function startForeignHost(): Promise<ForeignHost> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const [path, argument = ''] = (request.url ?? '').split('?')
    if (path === '/frame') {
      response.setHeader('content-type', 'text/html')
      response.end(`<iframe src="${decodeURIComponent(argument)}"></iframe>`)
      return
    }
    if (path !== '/favicon.ico') asked.push(path ?? '')
    response.setHeader('access-control-allow-origin', '*').end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the host has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
