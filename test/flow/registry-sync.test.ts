import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { AepsFileSchema } from '../../src/data/registry/registry-schema.ts'
import { readRegistryFolder, removeFolders, type Synced, writeDocument } from './registry-source.ts'
import { createSyncWorld, documentOf, plain, type SyncWorld } from './registry-sync-world.ts'

let world: SyncWorld
let first: Synced
beforeAll(async () => {
  world = await createSyncWorld()
  first = await world.sync()
}, 30_000)
afterAll(removeFolders)

const readAeps = async () => (await world.readJson('aeps.json', AepsFileSchema)).aeps

describe('the first sync', () => {
  it('tells every record as new', () => {
    expect(first).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: [
        'AEP repository: ‹commit› of 2026-01-10, before none of 2000-01-01',
        'Community repository: ‹commit› of 2026-04-10, before none of 2000-01-01',
        '',
        'New',
        ...[1, 2, 3, 4, 5, 6, 7].map((number) => `- AEP-${number} "Work ${number}"`),
        ...['sig-lakes', 'sig-language', 'sig-rivers', 'wg-boats', 'wg-nets', 'wg-oars'].map(
          (id) => `- group ${id}`,
        ),
        '- group wg-ropes',
        '- group ug-anglers',
        '- group committee-steering',
        '- project "Dam"',
        '- project "Ferry"',
        '- project "Weir"',
        '',
        'Wrote aeps.json, aeps-elsewhere.json, groups.json, projects.json.',
        '',
      ].join('\n'),
    })
  })

  it('changes nothing when it is repeated, and finds nothing to change', async () => {
    const before = await readRegistryFolder(world.folder)
    const nothing = [
      'AEP repository: ‹commit› of 2026-01-10, as before',
      'Community repository: ‹commit› of 2026-04-10, as before',
      '',
      'No change.',
      '',
    ].join('\n')
    expect(await world.sync()).toEqual({ exitCode: 0, stderr: '', stdout: nothing })
    expect(await world.sync('--check')).toEqual({ exitCode: 0, stderr: '', stdout: nothing })
    expect(await readRegistryFolder(world.folder)).toEqual(before)
  })
})

/** Every way in which documents of the repository have been odd, and some in which they may be. */
async function makeOdd(): Promise<void> {
  await world.aep.write({
    [documentOf(1)]: plain(1, '"Work 1: quoted"', {
      status: 'draft',
      type: 'Core',
      created: "'2026-01-02'",
      completed: '2026-1-1',
      'estimated-completion': '2026-7-31',
      'superseeded-by': 2,
      'discussions-to': 'https://a.example/talk, https://a.example/code',
      requires: '3, 4',
    }),
    [documentOf(2)]: plain(2, 'Work 2', {
      status: 'Final (core)',
      updated: '2025-12-31',
      supersedes: '[1, AEP-99]',
      requires: '77',
      resolution: 'somewhere',
    }).replaceAll('\n', '\r\n'),
    [documentOf(3)]: plain(33, 'Work 3'),
    [documentOf(4)]: '---\naep: 4\ntitle: Work: 4\nstatus: Draft\n---\n',
    [documentOf(5)]: plain(5, 'Work 5', { completed: 'soon', requires: 'all', sponsor: 'Ada' }),
    [documentOf(8)]: plain(8, 'Work 7'),
    [documentOf(9)]: writeDocument({ aep: 9, title: 'Without a status' }),
    [documentOf(10)]: `---\ntitle: ${'long '.repeat(4_000)}\n---\n`,
    [documentOf(11)]: '---\naep: 11\ntitle: &a [x]\nstatus: *a\n---\n',
    [documentOf(12)]: '---\naep: 12\naep: 13\ntitle: Twice\nstatus: Draft\n---\n',
    [documentOf(20)]: plain(20, 'Back again\u202e'),
    [documentOf(30)]: plain(30, 'Tide mill', { author: '(@ada), Grace Hopper' }),
    'spec/aep-14/index.md': plain(14, 'Elsewhere in its folder'),
  })
  await world.aep.remove('spec/aep-7', 'spec/aep-6')
  await world.aep.commit('2026-06-01')
}

describe('a sync of a repository with every oddity', () => {
  let before: Record<string, string>
  let checked: Synced
  let afterCheck: Record<string, string>
  let second: Synced
  beforeAll(async () => {
    await makeOdd()
    before = await readRegistryFolder(world.folder)
    checked = await world.sync('--check')
    afterCheck = await readRegistryFolder(world.folder)
    second = await world.sync()
  }, 30_000)

  it('tells what is new, changed, vanished, renumbered, contradictory and unreadable', () => {
    expect(second.stdout.split('\n')).toEqual([
      'AEP repository: ‹commit› of 2026-06-01, before ‹commit› of 2026-01-10',
      'Community repository: ‹commit› of 2026-04-10, as before',
      '',
      'New',
      '- AEP-20 "Back again‹U+202E›"',
      '- AEP-30 "Tide mill"',
      '',
      'Changed',
      '- AEP-1 "Work 1: quoted"',
      '  - title: Work 1 → Work 1: quoted',
      '  - statusRaw: Draft → draft',
      '  - type: Standard → Core',
      '  - requires: (none) → 3; 4',
      '  - supersededBy: (none) → 2',
      '  - history, new: 2026-06-01 ‹commit› title Work 1: quoted; 2026-06-01 ‹commit› status draft; 2026-06-01 ‹commit› completed 2026-1-1; 2026-06-01 ‹commit› estimated-completion 2026-7-31',
      '  - completed: (none) → 2026-1-1',
      '  - estimatedCompletion: (none) → 2026-7-31',
      '  - discussionsTo: (none) → https://a.example/talk, https://a.example/code',
      '  - misspelt: (none) → superseeded-by',
      '- AEP-2 "Work 2"',
      '  - status: Draft → Final',
      '  - statusRaw: Draft → Final (core)',
      '  - requires: (none) → 77',
      '  - supersedes: (none) → 1; 99',
      '  - history, new: 2026-06-01 ‹commit› status Final (core); 2026-06-01 ‹commit› resolution somewhere',
      '  - updated: (none) → 2025-12-31',
      '  - resolution: (none) → somewhere',
      '- AEP-5 "Work 5"',
      '  - history, new: 2026-06-01 ‹commit› completed soon',
      '  - completed: (none) → soon',
      '- aeps-elsewhere.json',
      '  - AEP-30 "Tide mill": seen elsewhere → has its document',
      '',
      'Vanished',
      '- AEP-6 "Work 6"',
      '',
      'Renumbered',
      '- AEP-7 "Work 7" is now AEP-8 "Work 7"',
      '',
      'Contradictory',
      '- spec/aep-3/README.md:2: The path says AEP-3 and the field aep says 33. The record is kept as it was.',
      '- aeps-elsewhere.json says AEP-20 is absent, and it is there.',
      '- spec/aep-2/README.md: requires names AEP-77, which has no document.',
      '- spec/aep-2/README.md: supersedes names AEP-99, which has no document.',
      '- spec/aep-1/README.md: completed 2026-01-01 is before created 2026-01-02.',
      '- spec/aep-2/README.md: updated 2025-12-31 is before created 2026-01-02.',
      '- references.json, row 1, is about AEP-6, which has no document.',
      '',
      'Not read',
      '- spec/aep-14: No document README.md is in it. The record is left out.',
      '- spec/aep-10/README.md:1: The frontmatter is longer than 16000 characters. The record is left out.',
      '- spec/aep-11/README.md:3: Anchors, aliases and tags are not read. The record is left out.',
      '- spec/aep-12/README.md:3: The field of this line is there already. The record is left out.',
      '- spec/aep-4/README.md:3: The frontmatter is not YAML: Nested mappings are not allowed in compact mappings. The record is kept as it was.',
      '- spec/aep-9/README.md: The field status is missing or empty. The record is left out.',
      '',
      'Worth knowing',
      '- spec/aep-5/README.md:10: The field sponsor is not read.',
      '- spec/aep-5/README.md:8: completed is "soon", which is no day of a calendar.',
      '- spec/aep-5/README.md:9: requires names "all", which is no number of an AEP.',
      '',
      'Wrote aeps.json, aeps-elsewhere.json.',
      '',
    ])
  })

  it('ends with a code of its own, because something could not be read', () => {
    expect([checked.exitCode, second.exitCode]).toEqual([4, 4])
  })

  it('only tells what it would write when it is asked to check', () => {
    expect(checked.stdout).toBe(second.stdout.replace('Wrote', 'Would write'))
    expect(afterCheck).toEqual(before)
  })

  it('keeps the record of what it cannot read, with the rest as it is now', async () => {
    const aeps = await readAeps()
    expect(aeps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 8, 20, 30])
    const kept = z.parse(AepsFileSchema, JSON.parse(before['aeps.json'] ?? '')).aeps
    const ofNumber = (list: typeof kept, wanted: number) =>
      list.find(({ number }) => number === wanted)
    expect(ofNumber(aeps, 4)).toEqual(ofNumber(kept, 4))
    expect(ofNumber(aeps, 3)).toEqual(ofNumber(kept, 3))
    expect(ofNumber(aeps, 1)).toMatchObject({ misspelt: ['superseeded-by'], supersededBy: [2] })
    expect(ofNumber(aeps, 30)?.authors).toEqual([
      { name: '@ada', handle: '@ada' },
      { name: 'Grace Hopper' },
    ])
  })

  it('says again what it cannot read when it is repeated, and changes nothing', async () => {
    const written = await readRegistryFolder(world.folder)
    const third = await world.sync()
    expect(third.exitCode).toBe(4)
    expect(third.stdout).toContain('\n6 contradictions stand as before.\nNo change.\n')
    expect(third.stdout).toContain('\n- spec/aep-4/README.md:3: ')
    expect(third.stdout).not.toMatch(/\n(?:New|Changed|Vanished|Renumbered)\n/)
    expect(await readRegistryFolder(world.folder)).toEqual(written)
  })

  it('takes up a document that can be read again, with all that became of it', async () => {
    await world.aep.write({
      [documentOf(4)]: plain(4, '"Work: 4"', { status: 'Final', completed: '2026-07-01' }),
    })
    await world.aep.commit('2026-07-02')
    await world.aep.write({ [documentOf(4)]: plain(4, '"Work: 4"', { status: 'Final' }) })
    await world.aep.commit('2026-07-03')
    expect((await world.sync()).stdout).toContain(
      '\n- AEP-4 "Work: 4"\n  - title: Work 4 → Work: 4\n',
    )
    const four = (await readAeps()).find(({ number }) => number === 4)
    expect(four?.history.map(({ date, field, value }) => [date, field, value])).toEqual([
      ['2026-01-10', 'title', 'Work 4'],
      ['2026-01-10', 'status', 'Draft'],
      ['2026-01-10', 'created', '2026-01-02'],
      ['2026-07-02', 'title', 'Work: 4'],
      ['2026-07-02', 'status', 'Final'],
      ['2026-07-02', 'completed', '2026-07-01'],
      ['2026-07-03', 'completed', undefined],
    ])
  })
})
