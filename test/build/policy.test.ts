import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NETWORKS } from '../../src/data/networks.ts'
import { readRegistry } from '../../src/data/registry/registry.ts'
import { type BuiltApp, readBuiltApp } from './built-app.ts'

let app: BuiltApp
let policy: ReadonlyMap<string, readonly string[]>
beforeAll(async () => {
  app = await readBuiltApp()
  const [, text = ''] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(app.html) ?? []
  policy = new Map(
    text.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources]
    }),
  )
})

describe('the content security policy', () => {
  it('starts from nothing and allows the page itself', () => {
    expect(Object.fromEntries([...policy].filter(([name]) => name !== 'script-src'))).toEqual({
      'default-src': ["'none'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      // Any endpoint the reader types; which of them are called is guarded in src/rpc.
      'connect-src': ["'self'", 'https:', 'http:', 'wss:', 'ws:'],
      'manifest-src': ["'self'"],
      'worker-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'object-src': ["'none'"],
    })
  })

  it('names the inline scripts by their hash, every one and no other, and nothing unsafe', () => {
    const hashes = app.inlineScripts.map(
      (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
    )
    expect(policy.get('script-src')).toEqual(["'self'", ...hashes])
    expect(app.html).not.toContain('unsafe-')
  })

  it('stands before everything it has to govern', () => {
    const at = app.html.indexOf('Content-Security-Policy')
    expect(at).toBeGreaterThan(0)
    expect(app.html.slice(0, at)).not.toMatch(/<(?:script|link|style)\b/)
  })

  it('leaves the encoding within the bytes a browser looks for it in', () => {
    expect(app.html.slice(0, 1_024)).toContain('<meta charset="utf-8"')
  })

  it('breaks nothing the page does: no inline style, no inline handler', () => {
    expect(app.html).not.toMatch(/<style\b|\sstyle=|\son\w+=/)
  })

  it('finds the configuration block where the local server writes it', () => {
    const block = '<script type="application/json" id="skylight-config">{}</script>'
    expect(app.html.split(block)).toHaveLength(2)
    // The early script reads the block, so it comes after it.
    expect(app.html.indexOf(block)).toBeLessThan(app.html.indexOf('<script>'))
  })
})

/** Addresses in scripts that are no endpoints: names of markup languages, and links a reader may follow. */
const KNOWN = new Map([
  ['www.w3.org', 'names of SVG, XLink, MathML and XML'],
  ['react.dev', "React's explanations of its errors, as text"],
  ['github.com', 'in an error text of the markdown renderer'],
  ['rpc.example.org', 'the pattern of an address, shown as such'],
  ['localhost', 'a base for parsing relative addresses'],
  [
    'raw.githubusercontent.com',
    'the public files that are read: plan info, and the AEP repository',
  ],
  ['observatory.zone', 'a source of a known upgrade, as a link'],
  ['polkachu.com', 'a source of a known upgrade, as a link'],
  ['akash.network', 'a source of a known upgrade, as a link'],
  ['redux.js.org', "in error texts of Redux, the charts' store"],
  ['redux-toolkit.js.org', "in error texts of Redux, the charts' store"],
  ['bit.ly', "in an error text of Redux, the charts' store"],
])

/** What proposals and validators of the demo chain name: hosts that nobody can have (RFC 2606), and three that are there. */
const DEMO_TEXTS = new Set(['akash.network', 'raw.githubusercontent.com', '127.0.0.1'])

function isTextOfDemo(host: string, file: string): boolean {
  return (
    file.startsWith('assets/demo-worker-') && (host.endsWith('.example') || DEMO_TEXTS.has(host))
  )
}

/** Sources and links of the registry, as text that a reader may follow. */
const REGISTRY_TEXTS = new Set(
  hostsIn(
    JSON.stringify(readRegistry(), (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  ),
)

function isTextOfRegistry(host: string, file: string): boolean {
  return file.startsWith('assets/registry-') && REGISTRY_TEXTS.has(host)
}

function hostsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:https?|wss?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)/gi)].map(
    ([, host = '']) => host.toLowerCase(),
  )
}

describe('other hosts', () => {
  it('are named nowhere in the page and the styles', () => {
    const markup = app.html.replace(/<script>[\s\S]*?<\/script>/g, '')
    expect(markup.match(/(?:https?:)?\/\/[\w.-]+\.\w+/g) ?? []).toEqual([])
    const styles = [...app.styles].flatMap(([file, text]) => {
      const found = text.replace(/\/\*[\s\S]*?\*\//g, '').match(/(?:https?:)?\/\/[\w.-]+/g) ?? []
      return found.filter((url) => url !== 'http://www.w3.org').map((url) => `${file}: ${url}`)
    })
    expect(app.styles.size).toBeGreaterThan(0)
    expect(styles).toEqual([])
  })

  it('are named in scripts only as endpoints of a network or for a reason', () => {
    const endpoints = new Set(
      NETWORKS.flatMap((network) => network.endpoints.map(({ url }) => new URL(url).hostname)),
    )
    const codes = [
      ...app.scripts,
      ...app.inlineScripts.map((code) => ['index.html', code] as const),
    ]
    const strangers = codes.flatMap(([file, code]) =>
      hostsIn(code)
        .filter((host) => !endpoints.has(host) && !KNOWN.has(host) && !isTextOfDemo(host, file))
        .filter((host) => !isTextOfRegistry(host, file))
        .map((host) => `${file}: ${host}`),
    )
    expect(strangers).toEqual([])
  })
})
