import { beforeAll, describe, expect, it } from 'vitest'
import { type BuiltApp, gzippedSize, readBuiltApp } from './built-app.ts'

/** Bytes, gzipped. */
const ENTRY = 150_000
const SCREEN = 40_000
const MARKDOWN = 55_000
const CHARTS = 120_000
const DEMO_CHAIN = 60_000
const DEMO_MARKET = 40_000
const REGISTRY = 40_000
const EARLY = 5_000
const PAGE = 10_000

/** The title of AEP-7, which the screens themselves have no reason to name. */
const REGISTRY_FACT = 'Incentivized Testnet 1: Akashian Challenge'
/** What the YAML library says of a field that is there twice. */
const YAML_PARSER = 'Map keys must be unique'

/** Of the demo chain's worker, which loads no other file but the next. */
const DEMO = /\/demo-worker-/
/** Of the demo chain's marketplace, which its worker loads when it is first asked for. */
const MARKET = /\/demo-market-/

let app: BuiltApp
beforeAll(async () => {
  app = await readBuiltApp()
})

function budgetOf(file: string): number {
  if (/markdown/i.test(file)) return MARKDOWN
  if (DEMO.test(file)) return DEMO_CHAIN
  if (MARKET.test(file)) return DEMO_MARKET
  return /chart/i.test(file) ? CHARTS : SCREEN
}

function filesLike(pattern: RegExp): (readonly [file: string, code: string])[] {
  return [...app.scripts].filter(([file]) => pattern.test(file))
}

describe('what a visit costs', () => {
  it('before the first screen: React, router and queries in 150 kB', () => {
    const sizes = app.entry.map((file) => [file, gzippedSize(app.scripts.get(file) ?? '')] as const)
    const total = sizes.reduce((sum, [, size]) => sum + size, 0)
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes.filter(([, size]) => size < 50)).toEqual([])
    expect(total).toBeLessThanOrEqual(ENTRY)
  })

  it('before the first screen: nothing that only screens are made of', () => {
    const isShared = (file: string) => /\/screen-/.test(file)
    expect([...app.scripts.keys()].filter(isShared)).toHaveLength(1)
    expect(app.entry.filter(isShared)).toEqual([])
  })

  it('for each screen or part loaded later: 40 kB, markdown 55, demo 60, charts 120', () => {
    const late = [...app.scripts].filter(([file]) => !app.entry.includes(file))
    expect(late.length).toBeGreaterThan(0)
    const tooLarge = late.filter(([file, code]) => gzippedSize(code) > budgetOf(file))
    expect(tooLarge.map(([file, code]) => [file, gzippedSize(code)])).toEqual([])
  })

  it('for the registry of AEPs: 40 kB with all its facts, and nothing before it is asked for', () => {
    const holding = [...app.scripts].filter(([, code]) => code.includes(REGISTRY_FACT))
    expect(holding).toHaveLength(1)
    const [[file = '', code = ''] = []] = holding
    expect(app.entry).not.toContain(file)
    expect(gzippedSize(code)).toBeGreaterThan(10_000)
    expect(gzippedSize(code)).toBeLessThanOrEqual(REGISTRY)
  })

  it('for a parser of frontmatter: nothing, until a document is read', () => {
    const holding = [...app.scripts].filter(([, code]) => code.includes(YAML_PARSER))
    expect(holding).toHaveLength(1)
    const [[file = '', code = ''] = []] = holding
    expect(app.entry).not.toContain(file)
    expect(code).not.toContain(REGISTRY_FACT)
  })

  it('for the demo chain: 60 kB, for its worker loads nothing more but the marketplace, when that is asked for', () => {
    const [demo, ...others] = filesLike(DEMO)
    const [, code = ''] = demo ?? []
    expect(others).toEqual([])
    expect(gzippedSize(code)).toBeGreaterThan(20_000)
    expect(gzippedSize(code)).toBeLessThanOrEqual(DEMO_CHAIN)
    const imports = code.match(/\bimport\b[^;]{0,80}\.js/g)
    expect(imports).toEqual([expect.stringMatching(/^import\(.\.\/demo-market-/)])
  })

  it('for the marketplace of the demo chain: 40 kB in one file, which builds on the worker alone', () => {
    const [market, ...others] = filesLike(MARKET)
    const [, code = ''] = market ?? []
    expect(others).toEqual([])
    expect(gzippedSize(code)).toBeGreaterThan(5_000)
    expect(gzippedSize(code)).toBeLessThanOrEqual(DEMO_MARKET)
    const imported = [...code.matchAll(/\bfrom\s*["'`]\.\/([^"'`]+)/g)].map(([, file]) => file)
    expect(imported).toEqual([expect.stringMatching(/^demo-worker-/)])
    const naming = [...app.scripts].filter(([, script]) => script.includes('demo-market'))
    expect(naming.map(([file]) => file)).toEqual([expect.stringMatching(DEMO)])
  })

  it('for the demo chain: nothing, until it is opened', () => {
    const naming = [...app.scripts].filter(([, code]) => code.includes('demo-worker'))
    // The market is a part of the worker, loaded by it alone, and shares its modules.
    const ofPage = naming.map(([file]) => file).filter((file) => !MARKET.test(file))
    expect(ofPage).toEqual([expect.stringContaining('open-demo-network')])
    expect(app.entry.filter((file) => file.includes('demo-'))).toEqual([])
    expect(app.html).not.toContain('demo-network')
  })

  it('for the script that asks the node before the app is there: 5 kB', () => {
    expect(app.inlineScripts).toHaveLength(1)
    expect(gzippedSize(app.inlineScripts[0] ?? '')).toBeLessThanOrEqual(EARLY)
  })

  it('for the page itself: 10 kB', () => {
    expect(gzippedSize(app.html)).toBeLessThanOrEqual(PAGE)
  })

  it('is not read as source: no source maps are published', () => {
    expect(app.files.filter((file) => file.endsWith('.map'))).toEqual([])
    const naming = [...app.scripts, ...app.styles].filter(([, text]) =>
      /[#@]\s*sourceMappingURL=/.test(text),
    )
    expect(naming.map(([file]) => file)).toEqual([])
  })
})
