import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { runRegistrySync } from '../../src/cli/registry-sync/run-registry-sync.ts'

const run = promisify(execFile)

/** A git repository in a folder of its own. */
export interface SourceRepository {
  readonly folder: string
  write(files: Readonly<Record<string, string>>): Promise<void>
  remove(...paths: readonly string[]): Promise<void>
  /** Commits everything as of noon of a day. */
  commit(day: string): Promise<void>
  /** What git prints. */
  git(...args: readonly string[]): Promise<string>
}

const folders: string[] = []

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'skylight-sync-'))
  folders.push(folder)
  return folder
}

/** Removes what `makeFolder` and `createRepository` made. */
export async function removeFolders(): Promise<void> {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
  folders.length = 0
}

export async function createRepository(): Promise<SourceRepository> {
  const folder = await makeFolder()
  const git = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const settings = ['-c', 'user.name=Ada', '-c', 'user.email=ada@a.example']
    const options = { env: { ...process.env, ...env } }
    return (await run('git', [...settings, '-C', folder, ...args], options)).stdout
  }
  await git(['init', '--quiet', '--initial-branch=main'])
  return {
    folder,
    write: (files) => writeAll(folder, files),
    remove: async (...paths) => {
      for (const name of paths) await rm(path.join(folder, name), { recursive: true })
    },
    commit: async (day) => {
      const date = `${day}T12:00:00Z`
      await git(['add', '--all'])
      await git(['commit', '--quiet', '--allow-empty', '--message', day], {
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      })
    },
    git: (...args) => git(args),
  }
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

/** A document with these fields, as lines or by name. */
export function writeDocument(fields: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
  return ['---', ...lines, '---', '', '# Text', ''].join('\n')
}

const EMPTY = { commit: 'none', day: '2000-01-01' }
const EMPTY_FILES: Readonly<Record<string, object>> = {
  'aeps.json': { snapshot: EMPTY, aeps: [] },
  'aeps-elsewhere.json': { later: [], absent: [] },
  'groups.json': { snapshot: EMPTY, groups: [] },
  'projects.json': { snapshot: EMPTY, seedDay: '2023-01-09', projects: [] },
  'references.json': { reviewed: '2026-01-01', references: [] },
  'curated-links.json': { links: [] },
  'group-references.json': { reviewed: '2026-01-01', references: [] },
  'group-notes.json': { groups: [], people: {} },
}

/** A folder of committed files: without a fact, but for the files that are given. */
export async function createRegistryFolder(
  files: Readonly<Record<string, object>> = {},
): Promise<string> {
  const folder = await makeFolder()
  const texts = Object.entries({ ...EMPTY_FILES, ...files }).map(
    ([name, value]) => [name, JSON.stringify(value)] as const,
  )
  await writeAll(folder, Object.fromEntries(texts))
  return folder
}

export async function readRegistryFolder(folder: string): Promise<Record<string, string>> {
  const names = Object.keys(EMPTY_FILES)
  const texts = names.map(
    async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const,
  )
  return Object.fromEntries(await Promise.all(texts))
}

export interface Synced {
  readonly exitCode: number
  /** Hashes of commits and folders of this machine are masked. */
  readonly stdout: string
  readonly stderr: string
}

/** `registry:sync` in this process. */
export async function syncRegistry(folder: string, ...args: readonly string[]): Promise<Synced> {
  let stdout = ''
  let stderr = ''
  const exitCode = await runRegistrySync(args, {
    folder,
    say: (text) => {
      stdout += text
    },
    complain: (text) => {
      stderr += text
    },
  })
  return { exitCode, stdout: mask(stdout), stderr: mask(stderr) }
}

function mask(text: string): string {
  return folders
    .reduce((masked, folder) => masked.replaceAll(folder, '‹folder›'), text)
    .replaceAll(/\b[0-9a-f]{7}(?:[0-9a-f]{33})?\b/g, '‹commit›')
}
