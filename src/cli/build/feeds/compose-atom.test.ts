import { describe, expect, it } from 'vitest'
import type { Change } from '../../../domain/link/changes/change.ts'
import { composeAtom, escapeXml } from './compose-atom.ts'

const change = (fields: Partial<Change> = {}): Change => ({
  key: 'akashnet-2 upgrade v2.1.0',
  day: '2026-06-11',
  kind: 'upgrade-applied',
  aeps: [82],
  aep: 82,
  sentence: 'v2.1.0 was applied.',
  source: 'height 27230465',
  ...fields,
})

const idsOf = (xml: string) => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)

describe('the feed of changes', () => {
  it('has what RFC 4287 asks for: ids, titles, times, an author, and where it is', () => {
    const xml = composeAtom([change()])
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
    )
    expect(xml).toContain('<author><name>Skylight</name></author>')
    expect(xml).toContain('<link rel="self" type="application/atom+xml" href="changes.xml"/>')
    expect(xml.match(/<updated>2026-06-11T00:00:00Z<\/updated>/g)).toHaveLength(2)
    for (const id of idsOf(xml)) {
      expect(id).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
    }
  })

  it('names a change the same in every feed, and each change otherwise', () => {
    const [feed, first] = idsOf(composeAtom([change()]))
    const [, ...again] = idsOf(
      composeAtom([
        change({ key: 'newer', day: '2026-07-01' }),
        change({ sentence: 'Otherwise.' }),
      ]),
    )
    expect(again).toHaveLength(2)
    expect(again[1]).toBe(first)
    expect(new Set([feed, ...again]).size).toBe(3)
  })

  it('leads to the page of what changed, whatever it is called', () => {
    const pageOf = (fields: Partial<Change>) =>
      /<entry>[\s\S]*?rel="alternate"[^>]*href="([^"]*)"/.exec(
        composeAtom([change({ aep: undefined, ...fields })]),
      )?.[1]
    expect(pageOf({ aep: 82 })).toBe('../aeps/82')
    expect(pageOf({ upgrade: 'a/b"&' })).toBe('../upgrades/a%2Fb%22%26')
    expect(pageOf({ proposalId: 7n })).toBe('../proposals/7')
    expect(pageOf({})).toBe('../aeps')
  })

  it('holds wherever it is served, for its addresses are relative to its own and its ids to nothing', () => {
    const xml = composeAtom([change()])
    const resolve = (served: string) =>
      [...xml.matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href ?? '', served).href)
    expect(resolve('https://a.example/feeds/changes.xml')).toEqual([
      'https://a.example/feeds/changes.xml',
      'https://a.example/aeps',
      'https://a.example/aeps/82',
    ])
    expect(resolve('https://b.example/akash/feeds/changes.xml')).toEqual([
      'https://b.example/akash/feeds/changes.xml',
      'https://b.example/akash/aeps',
      'https://b.example/akash/aeps/82',
    ])
    expect(idsOf(xml).every((id) => URL.canParse(id ?? ''))).toBe(true)
  })

  it('lets no title become markup', () => {
    const xml = composeAtom([change({ sentence: '</title><script>"x" & \u0000\ud800</script>' })])
    expect(xml).toContain(
      '&lt;/title&gt;&lt;script&gt;&quot;x&quot; &amp; \ufffd\ufffd&lt;/script&gt;',
    )
    expect(xml).not.toContain('<script>')
  })

  it('of nothing is a feed all the same', () => {
    expect(composeAtom([])).toContain('<updated>1970-01-01T00:00:00Z</updated>')
  })
})

describe('text in XML', () => {
  it('keeps every character that XML can hold', () => {
    expect(escapeXml('é 😀\t\n')).toBe('é 😀\t\n')
    expect(escapeXml('\u0001\ufffe\udc00')).toBe('\ufffd\ufffd\ufffd')
  })
})
