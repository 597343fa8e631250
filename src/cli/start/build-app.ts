import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { precompress } from '../server/precompress.ts'

export interface AppBuild {
  /** Folder of the built app. */
  readonly dist: string
  /** False when the sources were the same as last time. */
  readonly isFresh: boolean
  readonly durationMs: number
}

/** Files the built app depends on, beside everything in these folders. */
const FILES = ['index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']
const FOLDERS = ['src', 'public']
/** Of `src`, what never reaches the browser. */
const LEFT_OUT = /\.test\.tsx?$|^src\/cli\/(?!build\/)/
const STAMP = '.build-stamp'

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Builds the app into dist with its compressed forms beside it, unless a stamp in dist says that it was built from
 * exactly these sources.
 *
 * @throws whatever Vite says of sources that do not build
 */
export async function buildApp(root: string): Promise<AppBuild> {
  const startedAt = performance.now()
  const dist = path.join(root, 'dist')
  const sources = await hashSources(root)
  const isFresh = (await readIfThere(path.join(dist, STAMP))) !== sources
  if (isFresh) {
    // React picks its development build for anything else.
    process.env.NODE_ENV = 'production'
    const { build } = await import('vite')
    await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
    await precompress(dist)
    await writeFile(path.join(dist, STAMP), sources)
  }
  return { dist, isFresh, durationMs: performance.now() - startedAt }
}

async function hashSources(root: string): Promise<string> {
  const listed = await Promise.all(FOLDERS.map((folder) => listFiles(root, folder)))
  const names = [...FILES, ...listed.flat()].filter((name) => !LEFT_OUT.test(name)).sort()
  const contents = await Promise.all(names.map((name) => readIfThere(path.join(root, name))))
  const hash = createHash('sha256').update(process.version)
  for (const [index, name] of names.entries()) {
    const content = contents[index] ?? ''
    hash.update(`\n${name} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

async function listFiles(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'latin1')
  } catch {
    return undefined
  }
}
