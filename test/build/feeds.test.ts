import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ChangesFeedShape, LinksFeedShape } from '../../src/cli/build/feeds/feed-shapes.ts'
import { readBuiltApp } from './built-app.ts'

const FEEDS = fileURLToPath(new URL('../../dist/feeds', import.meta.url))

const read = (name: string) => readFile(path.join(FEEDS, name), 'utf8')

let links: z.infer<typeof LinksFeedShape>
let changes: z.infer<typeof ChangesFeedShape>
beforeAll(async () => {
  links = LinksFeedShape.parse(JSON.parse(await read('links.json')))
  changes = ChangesFeedShape.parse(JSON.parse(await read('changes.json')))
})

describe('the feeds of the built app', () => {
  it('have the whole link table with evidence, in the documented version', () => {
    expect(links).toMatchObject({ version: 1, chainId: 'akashnet-2', schema: 'links.schema.json' })
    const delivered = links.links.filter(({ relation }) => relation === 'delivers')
    expect(delivered.filter(({ state }) => state === 'applied')).toHaveLength(15)
    expect(delivered.filter(({ state }) => state === 'launched')).toHaveLength(3)
    expect(links.upgrades).toHaveLength(17)
    expect(
      links.links.every(({ evidence }) => evidence.some(({ class: of }) => of !== 'date')),
    ).toBe(true)
    expect(
      links.suggestions.every(({ evidence }) => evidence.every(({ class: of }) => of === 'date')),
    ).toBe(true)
  })

  it('lie beside their JSON Schema, which is that of the shapes', async () => {
    for (const [name, shape] of [
      [links.schema, LinksFeedShape],
      [changes.schema, ChangesFeedShape],
    ] as const) {
      expect(JSON.parse(await read(name))).toEqual(
        JSON.parse(JSON.stringify(z.toJSONSchema(shape))),
      )
    }
  })

  it('tell changes newest first, each once, and no later than the registry can know', () => {
    const days = changes.changes.map(({ day }) => day)
    expect(days.length).toBeGreaterThan(100)
    expect(days).toEqual(days.toSorted().reverse())
    expect(new Set(changes.changes.map(({ id }) => id)).size).toBe(days.length)
    const kinds = new Set(changes.changes.map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['aep-status', 'upgrade-applied']))
  })

  it('tell the same changes as Atom, which the page points to', async () => {
    const xml = await read('changes.xml')
    expect(xml.match(/<entry>/g)).toHaveLength(changes.changes.length)
    const { html, files } = await readBuiltApp()
    const link = /<link[^>]*type="application\/atom\+xml"[^>]*>/.exec(html)?.[0]
    expect(link).toMatch(/rel="alternate"/)
    const target = /href="\/([^"]*)"/.exec(link ?? '')?.[1]
    expect(files).toContain(target)
  })
})
