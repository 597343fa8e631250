import { mkdtemp, realpath, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Day } from '../../domain/registry/aep.ts'
import { GitError, runGit } from './run-git.ts'
import { SourceError } from './source-error.ts'

/** A path that a commit added, changed or took out. */
export interface PathChange {
  readonly commit: string
  /** As the committer's calendar had it. */
  readonly day: Day
  readonly kind: 'written' | 'removed'
  readonly path: string
}

/** A repository at its newest commit. What is not committed is not seen. */
export interface SourceTree {
  /** As the command line named it. */
  readonly source: string
  readonly commit: string
  readonly day: Day
  /** Files of the commit. */
  readonly paths: readonly string[]
  /** Whether its history ends early because it was cloned so. */
  readonly isShallow: boolean
  /** Texts of files by path, of the newest commit. @throws {SourceError} */
  readFiles(paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Texts of earlier versions, in the order asked for. @throws {SourceError} */
  readVersions(versions: readonly PathChange[]): Promise<readonly string[]>
  /** What happened to the files under a folder on the main line, oldest first. @throws {SourceError} */
  listChanges(folder: string): Promise<readonly PathChange[]>
  /** Removes what was cloned. */
  close(): Promise<void>
}

const ADDRESS = /^(?:https|ssh|file):\/\/|^[\w.-]+@[\w.-]+:/

/** Opens a folder that holds a clone, or clones an address. @throws {SourceError} */
export async function openSource(source: string): Promise<SourceTree> {
  if (!ADDRESS.test(source)) return await openFolder(source, await findFolder(source), () => {})
  const folder = await mkdtemp(path.join(os.tmpdir(), 'skylight-registry-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await ask(source, ['clone', '--quiet', '--bare', '--single-branch', '--', source, folder])
    return await openFolder(source, folder, remove)
  } catch (error) {
    await remove()
    throw error
  }
}

async function findFolder(source: string): Promise<string> {
  try {
    const folder = await realpath(source)
    if ((await stat(folder)).isDirectory()) return folder
  } catch (cause) {
    throw new SourceError(source, 'there is no such folder', { cause })
  }
  throw new SourceError(source, 'it is no folder')
}

async function openFolder(
  source: string,
  folder: string,
  close: () => Promise<void> | void,
): Promise<SourceTree> {
  const git = (args: readonly string[], input?: string) =>
    ask(source, ['-C', folder, ...args], {
      ceiling: path.dirname(folder),
      ...(input !== undefined && { input }),
    })
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'])).trim() === 'true'
  const head = (await git(['log', '-1', '--format=%H %cs'])).trim().split(' ')
  const [commit = '', day = ''] = head
  const listed = await git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit])
  const readAll = async (revisions: readonly string[]) =>
    revisions.length === 0
      ? []
      : splitBatch(source, await gitBytes(source, folder, revisions), revisions)
  return {
    source,
    commit: commit.slice(0, 7),
    day,
    paths: listed.split('\0').filter((name) => name !== ''),
    isShallow,
    readFiles: async (paths) => {
      const texts = await readAll(paths.map((name) => `${commit}:${name}`))
      return new Map(paths.map((name, at) => [name, texts[at] ?? '']))
    },
    readVersions: (versions) => readAll(versions.map((at) => `${at.commit}:${at.path}`)),
    listChanges: async (under) => {
      const format = ['--reverse', '--first-parent', '-m', '--no-renames', '--format=%x01%H %cs']
      return parseLog(await git(['log', ...format, '--name-status', commit, '--', under]))
    },
    close: async () => close(),
  }
}

async function ask(
  source: string,
  args: readonly string[],
  options?: Parameters<typeof runGit>[1],
): Promise<string> {
  try {
    return (await runGit(args, options)).toString('utf8')
  } catch (cause) {
    if (cause instanceof GitError) throw new SourceError(source, cause.message, { cause })
    throw cause
  }
}

async function gitBytes(source: string, folder: string, revisions: readonly string[]) {
  try {
    const input = `${revisions.join('\n')}\n`
    const args = ['-C', folder, 'cat-file', '--batch']
    return await runGit(args, { input, ceiling: path.dirname(folder) })
  } catch (cause) {
    if (cause instanceof GitError) throw new SourceError(source, cause.message, { cause })
    throw cause
  }
}

/** `HASH blob SIZE`, the bytes, a newline; `NAME missing` where a clone lacks one. */
function splitBatch(source: string, bytes: Buffer, revisions: readonly string[]): string[] {
  const texts: string[] = []
  let at = 0
  for (const revision of revisions) {
    const end = bytes.indexOf(0x0a, at)
    const size = / blob (\d+)$/.exec(bytes.subarray(at, Math.max(end, at)).toString('utf8'))?.[1]
    if (size === undefined) throw new SourceError(source, `it lacks ${revision}: half a clone`)
    const start = end + 1
    texts.push(bytes.subarray(start, start + Number(size)).toString('utf8'))
    at = start + Number(size) + 1
  }
  return texts
}

function parseLog(log: string): readonly PathChange[] {
  const changes: PathChange[] = []
  let commit = ''
  let day = ''
  for (const line of log.split('\n')) {
    if (line.startsWith('\u0001')) [commit = '', day = ''] = line.slice(1).split(' ')
    const [, letter, name] = /^([A-Z])\d*\t(.+)$/.exec(line) ?? []
    if (letter === undefined || name === undefined) continue
    changes.push({ commit, day, kind: letter === 'D' ? 'removed' : 'written', path: name })
  }
  return changes
}
