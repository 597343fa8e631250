import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feeds } from './feeds.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'skylight-feeds-'))
})
afterAll(() => rm(root, { recursive: true }))

/** The feed of changes of a page that is no more than its configuration. */
async function buildFeed(config: string): Promise<string> {
  const block = `<script type="application/json" id="skylight-config">${config}</script>`
  await writeFile(path.join(root, 'index.html'), `<!doctype html><title>a</title>${block}`)
  const plugins = [feeds()]
  const built = await build({
    root,
    plugins,
    configFile: false,
    logLevel: 'silent',
    build: { write: false },
  })
  const { output } = Array.isArray(built)
    ? (built[0] ?? { output: [] })
    : 'output' in built
      ? built
      : { output: [] }
  const file = output.find(({ fileName }) => fileName === 'feeds/changes.xml')
  if (file?.type !== 'asset') throw new Error('there is no feed')
  return file.source.toString()
}

const resolveAll = (xml: string, served: string) =>
  [...xml.matchAll(/rel="alternate"[^>]*href="([^"]*)"/g)].map(
    ([, href]) => new URL(href ?? '', served),
  )

describe('the built feed', () => {
  it('leads to paths where the page has them', async () => {
    for (const config of ['', '{}', '{"history":"browser"}']) {
      const pages = resolveAll(await buildFeed(config), 'https://a.example/feeds/changes.xml')
      expect(pages.length).toBeGreaterThan(100)
      expect(pages.filter(({ pathname, hash }) => pathname === '/' || hash !== '')).toEqual([])
    }
  })

  it('leads to places behind # where the page keeps its screens there, for a host that knows no paths', async () => {
    const pages = resolveAll(
      await buildFeed('{"history":"hash"}'),
      'https://a.example/feeds/changes.xml',
    )
    expect(pages[0]?.href).toBe('https://a.example/#/aeps')
    expect(pages.filter(({ pathname }) => pathname !== '/')).toEqual([])
    expect(pages.filter(({ hash }) => !/^#\/(aeps|upgrades|proposals)(\/|$)/.test(hash))).toEqual(
      [],
    )
  })

  it('is not made of a page whose configuration cannot be read, or its links might be wrong', async () => {
    await expect(buildFeed('{"history":"hsah"}')).rejects.toThrow(
      'index.html, #skylight-config: The configuration in this page is not of the known form.',
    )
  })
})
