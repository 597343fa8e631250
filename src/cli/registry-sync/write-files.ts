import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import * as z from 'zod/mini'
import {
  AepsElsewhereFileSchema,
  AepsFileSchema,
  GroupsFileSchema,
  ProjectsFileSchema,
} from '../../data/registry/registry-schema.ts'
import { formatJson } from './format-json.ts'
import { RegistryFileError, type SyncedFiles } from './registry-files.ts'

/** The text of each file. @throws {z.core.$ZodError} where one would not be read back */
export function formatFiles(files: SyncedFiles): ReadonlyMap<keyof SyncedFiles, string> {
  return new Map([
    ['aeps.json', formatJson(z.parse(AepsFileSchema, files['aeps.json']))],
    [
      'aeps-elsewhere.json',
      formatJson(z.parse(AepsElsewhereFileSchema, files['aeps-elsewhere.json'])),
    ],
    ['groups.json', formatJson(z.parse(GroupsFileSchema, files['groups.json']))],
    ['projects.json', formatJson(z.parse(ProjectsFileSchema, files['projects.json']))],
  ])
}

/** Names of the files whose text on disk is another one. */
export async function findStaleFiles(
  folder: string,
  texts: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const stale: string[] = []
  for (const [name, text] of texts) {
    if ((await readFile(path.join(folder, name), 'utf8')) !== text) stale.push(name)
  }
  return stale
}

/**
 * Writes all of the files, each whole or not at all: none takes its place before every one is on the disk.
 * @throws {RegistryFileError} where one cannot be written; none has taken its place then
 */
export async function writeFiles(
  folder: string,
  texts: ReadonlyMap<string, string>,
  names: readonly string[],
): Promise<void> {
  const places = names.map((name) => {
    const file = path.join(folder, name)
    return { file, draft: `${file}.${process.pid}.new`, text: texts.get(name) ?? '' }
  })
  try {
    for (const { draft, file, text } of places) {
      await writeFile(draft, text).catch((cause: unknown) => {
        throw new RegistryFileError(`${path.basename(file)} cannot be written`, { cause })
      })
    }
    for (const { draft, file } of places) await rename(draft, file)
  } finally {
    for (const { draft } of places) await rm(draft, { recursive: true, force: true })
  }
}
