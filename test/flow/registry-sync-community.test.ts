import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GroupsFileSchema, ProjectsFileSchema } from '../../src/data/registry/registry-schema.ts'
import { removeFolders } from './registry-source.ts'
import { createSyncWorld, GROUP_LIST, PROJECT_LIST, type SyncWorld } from './registry-sync-world.ts'

let world: SyncWorld
beforeAll(async () => {
  world = await createSyncWorld()
  await world.sync()
}, 30_000)
afterAll(removeFolders)

describe('a sync of a community', () => {
  it('takes groups from folders, pages, minutes and the list', async () => {
    const { groups } = await world.readJson('groups.json', GroupsFileSchema)
    const known = new Map(groups.map((group) => [group.id, group]))
    expect(known.get('sig-rivers')).toEqual({
      id: 'sig-rivers',
      name: 'Rivers',
      kind: 'sig',
      status: 'active',
      statusBasis: 'last minutes 2026-02-03, within 13 months of the snapshot',
      leads: ['Ada Byron', 'Grace Hopper'],
      scope: 'All that flows.',
      charter: 'https://github.com/akash-network/community/tree/main/sig-rivers',
      isListed: true,
      lastMeeting: '2026-02-03',
      meetings: 2,
      aliases: [],
      related: ['wg-boats'],
    })
    const told = groups.map(({ id, name, status, statusBasis, leads, isListed }) =>
      [id, name, status, statusBasis, leads.join(), isListed].join(' | '),
    )
    expect(told.filter((line) => !line.startsWith('sig-rivers'))).toEqual([
      'sig-lakes | sig-lakes | archived | dried up |  | false',
      'sig-language | Language | dormant | last minutes 2024-12-31 |  | true',
      'wg-boats | Boats and barges | archived | complete by the list of groups; no minutes |  | true',
      'wg-nets | Nets | listed-only | in the list of groups, without a page |  | true',
      'wg-oars | Oars | archived | its folder is in the archive |  | false',
      'wg-ropes | Ropes | listed-only | in the list of groups, without a page | Grace Hopper | true',
      'ug-anglers | Anglers | listed-only | in the list of groups, without a page |  | true',
      'committee-steering | Steering Committee | active | last minutes 2025-03-11, within 13 months of the snapshot | Ada Byron | true',
    ])
    expect(known.get('wg-boats')?.charter).toMatch(/\/wg-Boats$/)
  })

  it('takes projects from the first table of projects, with groups by their other names', async () => {
    const { projects } = await world.readJson('projects.json', ProjectsFileSchema)
    expect(projects).toEqual([
      {
        ...{ name: 'Dam', label: 'dam', link: '../sig-rivers/dam.md', topicAeps: [] },
        ...{ groupRaw: '[sig-rivers](../sig-rivers)', group: 'sig-rivers' },
        ...{ stateRaw: 'Implementation', state: 'implementation' },
      },
      {
        ...{ name: 'Ferry', groupRaw: '[wg-barges](../wg-barges)', group: 'wg-boats' },
        ...{ stateRaw: 'release', state: 'released', topicAeps: [] },
      },
      { name: 'Weir', topicAeps: [] },
    ])
  })
})

describe('a sync of a community that moved on', () => {
  const moved = PROJECT_LIST.replace('| Weir | | | | |', '| Ferry | | again | | beta |')
    .replace('| Implementation |', '| afloat |')
    .replace('[wg-barges](../wg-barges)', 'wg-submarines')

  it('tells which groups and projects did', async () => {
    const file = await world.readJson('projects.json', ProjectsFileSchema)
    const projects = file.projects.map((project) =>
      project.name === 'Weir' ? { ...project, seed: {}, topicAeps: [5] } : project,
    )
    await writeFile(path.join(world.folder, 'projects.json'), JSON.stringify({ ...file, projects }))
    await world.community.write({
      'cg-list/README.md': GROUP_LIST.replace('Grace Hopper', 'Ada Biron'),
      'projects-list/README.md': moved,
      'sig-rivers/meetings/003-2026-08-01.md': 'minutes',
    })
    await world.community.remove('Archive')
    await world.community.commit('2027-03-01')
    const { exitCode, stdout } = await world.sync()
    expect(exitCode).toBe(4)
    expect(stdout.split('\n')).toEqual([
      'AEP repository: ‹commit› of 2026-01-10, as before',
      'Community repository: ‹commit› of 2027-03-01, before ‹commit› of 2026-04-10',
      '',
      'Changed',
      '- group sig-rivers',
      '  - statusBasis: last minutes 2026-02-03, within 13 months of the snapshot → last minutes 2026-08-01, within 13 months of the snapshot',
      '  - lastMeeting: 2026-02-03 → 2026-08-01',
      '  - meetings: 2 → 3',
      '- group wg-ropes',
      '  - leads: Grace Hopper → Ada Byron',
      '- group committee-steering',
      '  - status: active → dormant',
      '  - statusBasis: last minutes 2025-03-11, within 13 months of the snapshot → last minutes 2025-03-11',
      '- project "Dam"',
      '  - stateRaw: Implementation → afloat',
      '  - state: implementation → (none)',
      '- project "Ferry"',
      '  - groupRaw: [wg-barges](../wg-barges) → wg-submarines',
      '  - group: wg-boats → (none)',
      '- project "Weir"',
      '  - isGone: (none) → true',
      '',
      'Vanished',
      '- group wg-oars',
      '',
      'Contradictory',
      '- projects-list/README.md:5: The list has "Ferry" already. The record is left out.',
      '',
      'Worth knowing',
      '- projects-list/README.md:3: "afloat" is none of the states of a project.',
      '- projects-list/README.md:4: "wg-submarines" is no group that is known.',
      '',
      'Wrote groups.json, projects.json.',
      '',
    ])
  })

  it('keeps every project while a row has no readable name, for it may be any of them', async () => {
    const broken = moved.replace(/^\| \[Dam\].*$/m, '| | a state too few | |')
    await world.community.write({ 'projects-list/README.md': broken })
    await world.community.commit('2027-03-02')
    const before = await world.readJson('projects.json', ProjectsFileSchema)
    const { exitCode, stdout } = await world.sync()
    expect(exitCode).toBe(4)
    expect(stdout).toContain(
      '\n- projects-list/README.md:3: The row has 3 cells, not 5, or no name. The record is left out.\n',
    )
    expect(stdout).not.toContain('\nVanished')
    const { projects } = await world.readJson('projects.json', ProjectsFileSchema)
    expect(new Set(projects)).toEqual(new Set(before.projects))
  })
})
