import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import {
  createRegistryFolder,
  createRepository,
  type SourceRepository,
  type Synced,
  syncRegistry,
  writeDocument,
} from './registry-source.ts'

export const documentOf = (aep: number) => `spec/aep-${aep}/README.md`

/** A document as most are. */
export function plain(
  aep: number,
  title: string,
  more: Record<string, string | number> = {},
): string {
  const author = 'Ada Byron (@ada) Grace Hopper (@grace)'
  const usual = { aep, title, author, status: 'Draft', type: 'Standard', created: '2026-01-02' }
  return writeDocument({ ...usual, ...more })
}

export const GROUP_LIST = [
  '# Groups committee-steering',
  '| Name | Label | Contact | Meeting |',
  '| --- | --- | --- | --- |',
  '| Rivers | [sig-rivers](https://github.com/a/b/tree/main/sig-rivers) | chat | monthly |',
  '| Words | [sig-words](https://github.com/a/b/tree/main/sig-language) | chat | monthly ||',
  '',
  '| Name | Label | Leads | Next Meeting |',
  '| --- | --- | --- | --- |',
  '| Boats | [wg-boats](https://github.com/a/b/tree/main/wg-Boats) | Ada | Complete |',
  '| Ropes | wg-ropes | Grace Hopper | |',
  '| Nets | [wg-nets]https://github.com/a/b/tree/main/wg-nets | TBD | |',
  '',
  '| Name | Topic | Location |',
  '| --- | --- | --- |',
  '| Anglers | fish | chat |',
].join('\n')

export const PROJECT_LIST = [
  '| Project Name | Label | Description | Community Group | State',
  '| --- | --- | --- | --- | --- |',
  '| [Dam](../sig-rivers/dam.md) | dam | A dam | [sig-rivers](../sig-rivers) | Implementation |',
  '| Ferry | | A \\| ferry | [wg-barges](../wg-barges) | release |',
  '| Weir | | | | |',
  '',
  '| State | Description |',
  '| --- | --- |',
  '| ideation | an idea |',
].join('\n')

const page = (title: string, ...leads: readonly string[]) =>
  [`---\ntitle: "${title}"\nmeetings:\n  link: x\n---\n# ${title}\n\n## Leadership`, ...leads].join(
    '\n',
  )

const NOTES = {
  groups: [
    { id: 'sig-rivers', scope: 'All that flows.', related: ['wg-boats'] },
    { id: 'sig-language', aliases: ['sig-words'] },
    { id: 'wg-boats', aliases: ['wg-barges'], name: 'Boats and barges' },
    { id: 'sig-lakes', archived: 'dried up' },
  ],
  people: { 'Ada Biron': 'Ada Byron' },
}

/** Two repositories, and committed files that know nothing of them yet. */
export interface SyncWorld {
  readonly aep: SourceRepository
  readonly community: SourceRepository
  readonly folder: string
  sync(...more: readonly string[]): Promise<Synced>
  readJson<T>(name: string, schema: z.ZodMiniType<T>): Promise<T>
}

export async function createSyncWorld(): Promise<SyncWorld> {
  const aep = await createRepository()
  const community = await createRepository()
  const folder = await createRegistryFolder({
    'aeps-elsewhere.json': {
      later: [{ number: 30, title: 'Tide mill', created: '2026-02-01' }],
      absent: [{ number: 20, reason: 'A copy.', sources: ['https://a.example/20'] }],
    },
    'group-notes.json': NOTES,
    'references.json': {
      reviewed: '2026-01-01',
      references: [
        {
          ...{ aep: 6, upgrade: 'v1.0.0', relation: 'delivers', confidence: 'high' },
          ...{ medium: 'minutes', source: 'https://a.example/6' },
        },
      ],
    },
  })
  await aep.write({
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((number) => [documentOf(number), plain(number, `Work ${number}`)]),
    ),
    'spec/aep-1/sketch.svg': '<svg/>',
    'README.md': 'about',
  })
  await aep.commit('2026-01-10')
  await community.write({
    'cg-list/README.md': GROUP_LIST,
    'projects-list/README.md': PROJECT_LIST,
    'sig-rivers/README.md': page(
      'Rivers Special Interest Group',
      '- Ada Biron, River Works (@ada) - boats',
      'Grace Hopper (grace@a.example)',
      '### Helpers',
      '* Ada Byron',
      'Write to us if you want to help.',
      '## Contact',
      '- Nobody Else',
    ),
    'sig-rivers/meetings/001-2026-01-05.md': 'minutes',
    'sig-rivers/meetings/002-2026-02-3.md': 'minutes',
    'sig-rivers/2026-03-03.md': 'no minutes',
    'sig-language/README.md': page('Language', '- Name (handle)'),
    'sig-language/meeting-2024/words-001-2024-12-31.md': 'minutes',
    'wg-Boats/README.md': page(' Boats - Working Group'),
    'committee-steering/README.md':
      '# Committee\n## The Steering Committee\nMembers are:\n\n- Ada Byron',
    'committee-steering/meetings/2025-03-11': 'minutes',
    'Archive/wg-oars/README.md': page('Oars'),
    'sig-README-template.md': page('Template'),
  })
  await community.commit('2026-04-10')
  return {
    aep,
    community,
    folder,
    sync: (...more) =>
      syncRegistry(folder, '--aep', aep.folder, '--community', community.folder, ...more),
    readJson: async (name, schema) =>
      z.parse(schema, JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
  }
}
