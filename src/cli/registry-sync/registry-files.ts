import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { GroupNotesFileSchema } from '../../data/registry/group-notes-schema.ts'
import {
  AepsElsewhereFileSchema,
  AepsFileSchema,
  CuratedLinksFileSchema,
  GroupReferencesFileSchema,
  GroupsFileSchema,
  ProjectsFileSchema,
  ReferencesFileSchema,
} from '../../data/registry/registry-schema.ts'

/** A committed file of the registry cannot be read, so that nothing can be compared with it, or not be written. */
export class RegistryFileError extends Error {
  override readonly name = 'RegistryFileError'
}

/** The files that a sync writes. */
export interface SyncedFiles {
  readonly 'aeps.json': z.infer<typeof AepsFileSchema>
  readonly 'aeps-elsewhere.json': z.infer<typeof AepsElsewhereFileSchema>
  readonly 'groups.json': z.infer<typeof GroupsFileSchema>
  readonly 'projects.json': z.infer<typeof ProjectsFileSchema>
}

/** The files that people write and that a sync is held against. */
export interface ReviewedFiles {
  readonly references: z.infer<typeof ReferencesFileSchema>['references']
  readonly curated: z.infer<typeof CuratedLinksFileSchema>['links']
  readonly groupReferences: z.infer<typeof GroupReferencesFileSchema>['references']
  readonly notes: z.infer<typeof GroupNotesFileSchema>
}

/** @throws {RegistryFileError} */
export async function readRegistryFiles(
  folder: string,
): Promise<{ readonly synced: SyncedFiles; readonly reviewed: ReviewedFiles }> {
  const read = <T>(name: string, schema: z.ZodMiniType<T>) => readJson(folder, name, schema)
  return {
    synced: {
      'aeps.json': await read('aeps.json', AepsFileSchema),
      'aeps-elsewhere.json': await read('aeps-elsewhere.json', AepsElsewhereFileSchema),
      'groups.json': await read('groups.json', GroupsFileSchema),
      'projects.json': await read('projects.json', ProjectsFileSchema),
    },
    reviewed: {
      references: (await read('references.json', ReferencesFileSchema)).references,
      curated: (await read('curated-links.json', CuratedLinksFileSchema)).links,
      groupReferences: (await read('group-references.json', GroupReferencesFileSchema)).references,
      notes: await read('group-notes.json', GroupNotesFileSchema),
    },
  }
}

async function readJson<T>(folder: string, name: string, schema: z.ZodMiniType<T>): Promise<T> {
  try {
    return z.parse(schema, JSON.parse(await readFile(path.join(folder, name), 'utf8')))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    throw new RegistryFileError(`${name} of the registry cannot be read: ${reason}`, { cause })
  }
}
