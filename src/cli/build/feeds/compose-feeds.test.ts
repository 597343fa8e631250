import { describe, expect, it } from 'vitest'
import { readRegistry } from '../../../data/registry/registry.ts'
import { DELIVERY_KINDS } from '../../../domain/link/link.ts'
import type { Registry } from '../../../domain/registry/registry.ts'
import { composeFeeds } from './compose-feeds.ts'
import { LinksFeedShape } from './feed-shapes.ts'

const registry = readRegistry()

function textOf(path: string, of: Registry = registry): string {
  const file = composeFeeds(of).find((one) => one.path === path)
  if (file === undefined) throw new Error(`there is no ${path}`)
  return file.text
}

describe('the feeds', () => {
  it('are the same to the byte for the same registry, whatever the day', () => {
    expect(composeFeeds(registry)).toEqual(composeFeeds(structuredClone(registry)))
  })

  it('tell another registry otherwise', () => {
    const curated = registry.curated.filter(({ aep }) => aep !== 76)
    const references = registry.references.filter(({ aep }) => aep !== 76)
    const without = textOf('feeds/links.json', { ...registry, curated, references })
    expect(without).not.toBe(textOf('feeds/links.json'))
  })

  it('name deliveries by a closed set, in their JSON Schema too', () => {
    const { aeps } = JSON.parse(textOf('feeds/links.json'))
    const schema = JSON.parse(textOf('feeds/links.schema.json'))
    const { enum: kinds } = schema.properties.aeps.items.properties.delivery
    expect(kinds).toEqual([...DELIVERY_KINDS])
    const found = new Set(aeps.map(({ delivery }: { delivery: string }) => delivery))
    expect([...found]).toEqual(
      expect.arrayContaining(['delivered', 'delivered-at-genesis', 'nothing-found', 'mentioned']),
    )
    const invented = {
      ...JSON.parse(textOf('feeds/links.json')),
      aeps: [{ ...aeps[0], delivery: 'shipped' }],
    }
    expect(LinksFeedShape.safeParse(invented).success).toBe(false)
  })

  it('carry titles of strangers as text', () => {
    const title = '</title><script>alert(1)</script>\u202e\u0000'
    const history = [
      { date: '2026-10-01', commit: 'abc', field: 'status', value: 'Final' },
    ] as const
    const aeps = registry.aeps.map((aep) => (aep.number === 76 ? { ...aep, title, history } : aep))
    const xml = textOf('feeds/changes.xml', { ...registry, aeps })
    expect(xml).not.toContain('<script')
    expect(xml).not.toContain('\u202e')
    const { aeps: rows } = JSON.parse(textOf('feeds/links.json', { ...registry, aeps }))
    expect(rows).toContainEqual(expect.objectContaining({ number: 76, title }))
  })
})
