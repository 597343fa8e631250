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
function buildFeed(config: string): Promise<string> {
  return buildFeedOf(`<script type="application/json" id="skylight-config">${config}</script>`)
}

async function buildFeedOf(block: string): Promise<string> {
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
    for (const config of ['{"history":"hsah"}', '{"history":']) {
      await expect(buildFeed(config)).rejects.toThrow(
        /index\.html: the block #skylight-config is not valid JSON of the known form, so it cannot tell where the links of the feeds lead\.$/m,
      )
    }
  })

  it.each([
    `<script id="skylight-config" type="application/json">{"history":"hash"}</script>`,
    `<script type='application/json' id='skylight-config'>{"history":"hash"}</script>`,
    `<script id=skylight-config type=application/json>\n{"history":"hash"}\n</script >`,
    `<SCRIPT\n  data-note="a > b"\n  type="application/json"\n  ID = "skylight-config"\n>{"history":"hash"}</SCRIPT>`,
    `<!-- <script id="skylight-config">{}</script> --><script id="skylight-config" type="application/json">{"history":"hash"}</script>`,
  ])('follows the configuration as the page does, by its id: %s', async (block) => {
    const [page] = resolveAll(await buildFeedOf(block), 'https://a.example/feeds/changes.xml')
    expect(page?.href).toBe('https://a.example/#/aeps')
  })

  it.each([
    '',
    `<script type="application/json" id="skylight-screens">{"history":"hash"}</script>`,
    `<!-- <script type="application/json" id="skylight-config">{"history":"hash"}</script> -->`,
  ])('is not made of a page without a configuration: %s', async (block) => {
    await expect(buildFeedOf(block)).rejects.toThrow(
      /index\.html has no block #skylight-config, which tells where the links of the feeds lead\.$/m,
    )
  })
})
