import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createRegistryFolder,
  createRepository,
  makeFolder,
  readRegistryFolder,
  removeFolders,
  type SourceRepository,
  syncRegistry,
  writeDocument,
} from './registry-source.ts'

const NUMBERS = Array.from({ length: 12 }, (_, at) => at + 1)

const documents = Object.fromEntries(
  NUMBERS.map((aep) => [
    `spec/aep-${aep}/README.md`,
    writeDocument({ aep, title: `Work ${aep}`, status: 'Draft' }),
  ]),
)

const GROUP_LIST = [
  '| Name | Label |',
  '| --- | --- |',
  ...NUMBERS.map((number) => `| Group ${number} | sig-${number} |`),
].join('\n')

const PROJECT_LIST = [
  '| Project Name | State |',
  '| --- | --- |',
  ...NUMBERS.map((number) => `| Project ${number} | beta |`),
].join('\n')

const communityFiles = {
  'cg-list/README.md': GROUP_LIST,
  'projects-list/README.md': PROJECT_LIST,
  ...Object.fromEntries(NUMBERS.map((number) => [`sig-${number}/README.md`, '# A group'])),
}

async function createAepRepository(): Promise<SourceRepository> {
  const repository = await createRepository()
  await repository.write(documents)
  await repository.commit('2026-01-10')
  return repository
}

async function createCommunityRepository(): Promise<SourceRepository> {
  const repository = await createRepository()
  await repository.write(communityFiles)
  await repository.commit('2026-01-10')
  return repository
}

let folder: string
let aep: SourceRepository
let community: SourceRepository
/** As of a sync of the whole repositories. */
let committed: Record<string, string>

beforeAll(async () => {
  aep = await createAepRepository()
  community = await createCommunityRepository()
  folder = await createRegistryFolder()
  await syncRegistry(folder, '--aep', aep.folder, '--community', community.folder)
  committed = await readRegistryFolder(folder)
}, 30_000)
afterAll(removeFolders)

/** What is said on stderr when nothing was written. */
async function refusalOf(aepSource: string, communitySource: string): Promise<string> {
  const synced = await syncRegistry(folder, '--aep', aepSource, '--community', communitySource)
  expect(synced).toMatchObject({ exitCode: 3, stdout: '' })
  expect(await readRegistryFolder(folder)).toEqual(committed)
  return synced.stderr
}

describe('a source of AEPs that cannot be trusted changes nothing', () => {
  let changed: SourceRepository
  beforeEach(async () => {
    changed = await createAepRepository()
  })

  const refusal = async () => {
    await changed.commit('2026-02-01')
    return refusalOf(changed.folder, community.folder)
  }

  it('when there is no such folder', async () => {
    const nowhere = path.join(await makeFolder(), 'gone')
    expect(await refusalOf(nowhere, community.folder)).toBe(
      'registry:sync: nothing was written. ‹folder›/gone: there is no such folder.\n',
    )
  })

  it('when it is a file', async () => {
    const file = path.join(await makeFolder(), 'file')
    await writeFile(file, '')
    expect(await refusalOf(file, community.folder)).toBe(
      'registry:sync: nothing was written. ‹folder›/file: it is no folder.\n',
    )
  })

  it('when its address does not answer', async () => {
    const address = pathToFileURL(path.join(await makeFolder(), 'gone')).href
    expect(await refusalOf(address, community.folder)).toBe(
      "registry:sync: nothing was written. file://‹folder›/gone: '‹folder›/gone' does not appear to be a git repository.\n",
    )
  })

  it('when it is a folder without a repository, even inside of another one', async () => {
    const inside = path.join(aep.folder, 'inside')
    await mkdir(inside, { recursive: true })
    expect(await refusalOf(inside, community.folder)).toContain('not a git repository')
  })

  it('when it has no commit', async () => {
    const empty = await createRepository()
    expect(await refusalOf(empty.folder, community.folder)).toBe(
      "registry:sync: nothing was written. ‹folder›: your current branch 'main' does not have any commits yet.\n",
    )
  })

  it('when it has no documents', async () => {
    await changed.remove('spec')
    await changed.write({ 'spec/README.md': 'soon' })
    expect(await refusal()).toBe(
      'registry:sync: nothing was written. ‹folder›: it has no documents in spec: it is empty, or they moved.\n',
    )
  })

  it('when the documents moved to another folder', async () => {
    await changed.git('mv', 'spec', 'proposals')
    expect(await refusal()).toBe(
      'registry:sync: nothing was written. ‹folder›: it has no folder spec: no AEP repository, or it moved.\n',
    )
  })

  it('when it has far fewer documents than before', async () => {
    await changed.remove('spec/aep-1', 'spec/aep-2', 'spec/aep-3', 'spec/aep-4')
    expect(await refusal()).toBe(
      'registry:sync: nothing was written. ‹folder›: it has 8 documents in spec where 12 were before: half of it, or they moved.\n',
    )
  })

  it('when far fewer documents can be read than before', async () => {
    const cut = NUMBERS.slice(0, 4).map((at) => [`spec/aep-${at}/README.md`, '---\naep: '])
    await changed.write(Object.fromEntries(cut))
    expect(await refusal()).toContain('it has 8 documents in spec where 12 were before')
  })

  it('when its clone lacks a part of it', async () => {
    await changed.write({ 'spec/aep-1/README.md': `${documents['spec/aep-1/README.md']}more` })
    await changed.commit('2026-02-01')
    const hash = (await changed.git('rev-parse', 'HEAD:spec/aep-1/README.md')).trim()
    await rm(path.join(changed.folder, '.git/objects', hash.slice(0, 2), hash.slice(2)))
    expect(await refusalOf(changed.folder, community.folder)).toBe(
      'registry:sync: nothing was written. ‹folder›: it lacks ‹commit›:spec/aep-1/README.md: half a clone.\n',
    )
  })

  it('when it is older than what is committed', async () => {
    const old = await createRepository()
    await old.write(documents)
    await old.commit('2025-12-31')
    expect(await refusalOf(old.folder, community.folder)).toBe(
      'registry:sync: nothing was written. ‹folder›: its newest commit is of 2025-12-31, and what is committed here of 2026-01-10.\n',
    )
  })
})

describe('a source of groups and projects that cannot be trusted changes nothing', () => {
  let changed: SourceRepository
  beforeEach(async () => {
    changed = await createCommunityRepository()
  })

  const refusal = async () => {
    await changed.commit('2026-02-01')
    return refusalOf(aep.folder, changed.folder)
  }

  it('when it is the other repository, so that no file of a pair is written alone', async () => {
    expect(await refusalOf(aep.folder, aep.folder)).toBe(
      'registry:sync: nothing was written. ‹folder›: it has no cg-list/README.md: no community repository, or it moved.\n',
    )
  })

  it('when the list of projects is gone', async () => {
    await changed.remove('projects-list')
    expect(await refusal()).toContain('it has no projects-list/README.md')
  })

  it('when most groups are gone', async () => {
    await changed.remove('sig-1', 'sig-2', 'sig-3', 'sig-4')
    expect(await refusal()).toContain('it has 8 folders of groups where 12 were before')
  })

  it('when the list of groups ends early', async () => {
    await changed.write({ 'cg-list/README.md': GROUP_LIST.slice(0, GROUP_LIST.length / 2) })
    expect(await refusal()).toMatch(/it has \d groups in cg-list\/README\.md where 12 were before/)
  })

  it('when the list of projects ends early, or is a list no longer', async () => {
    await changed.write({ 'projects-list/README.md': PROJECT_LIST.slice(0, 120) })
    expect(await refusal()).toMatch(/it has \d projects in projects-list\/README\.md where 12 were/)
    await changed.write({ 'projects-list/README.md': '# Moved to a board' })
    expect(await refusal()).toContain('it has no projects in projects-list/README.md')
  })
})

describe('a sync', () => {
  it('clones an address, and leaves nothing of it behind', async () => {
    const [aepUrl, communityUrl] = [aep, community].map((at) => pathToFileURL(at.folder).href)
    const registry = await createRegistryFolder()
    const args = ['--aep', aepUrl ?? '', '--community', communityUrl ?? '']
    const temporary = await makeFolder()
    const usual = process.env.TMPDIR
    process.env.TMPDIR = temporary
    try {
      expect((await syncRegistry(registry, ...args)).exitCode).toBe(0)
    } finally {
      if (usual === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = usual
    }
    expect(await readdir(temporary)).toEqual([])
    expect(await readRegistryFolder(registry)).toEqual(committed)
  })

  it('continues the histories that it knows where a clone has none', async () => {
    const registry = await createRegistryFolder()
    const args = ['--aep', aep.folder, '--community', community.folder] as const
    await syncRegistry(registry, ...args)
    const later = await createAepRepository()
    const first = 'spec/aep-1/README.md'
    await later.write({ [first]: documents[first]?.replace('Draft', 'Last Call') ?? '' })
    await later.commit('2026-02-01')
    await later.write({ [first]: documents[first]?.replace('Draft', 'Final') ?? '' })
    await later.commit('2026-03-01')
    const shallow = await makeFolder()
    await later.git('clone', '--quiet', '--depth', '1', pathToFileURL(later.folder).href, shallow)
    const { stdout } = await syncRegistry(registry, '--aep', shallow, ...args.slice(2))
    expect(stdout).toContain('\n  - history, new: 2026-03-01 ‹commit› status Final\n')
    expect(stdout).not.toContain('history, gone')
  })

  it('replaces no file before all of them are on the disk, and leaves no draft behind', async () => {
    const registry = await createRegistryFolder()
    const before = await readRegistryFolder(registry)
    const names = await readdir(registry)
    const args = ['--aep', aep.folder, '--community', community.folder]
    // A draft of the last file cannot be written where a folder has its name.
    await mkdir(path.join(registry, `projects.json.${process.pid}.new`))
    expect(await syncRegistry(registry, ...args)).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'registry:sync: nothing was written. projects.json cannot be written.\n',
    })
    expect(await readRegistryFolder(registry)).toEqual(before)
    expect(await readdir(registry)).toEqual(names)
    await syncRegistry(registry, ...args)
    expect(await readRegistryFolder(registry)).toEqual(committed)
    expect(await readdir(registry)).toEqual(names)
  })

  it('refuses when a committed file is of another shape, for there is nothing to compare with', async () => {
    const registry = await createRegistryFolder({ 'group-notes.json': { groups: [] } })
    const args = ['--aep', aep.folder, '--community', community.folder]
    const { exitCode, stderr } = await syncRegistry(registry, ...args)
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(
      /^registry:sync: nothing was written\. group-notes\.json of the registry/,
    )
  })

  it.each([
    [[], '--aep names no source'],
    [['--aep', 'a'], '--community names no source'],
    [['--aep', 'a', '--community', 'b', '--force'], "Unknown option '--force'"],
    [['here'], "Unexpected argument 'here'"],
  ])('does not start on a command line that it cannot follow: %j', async (args, reason) => {
    const { exitCode, stderr } = await syncRegistry(folder, ...args)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^registry:sync: .* \(usage: npm run registry:sync -- --aep /)
    expect(stderr).toContain(reason)
  })
})
