import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as z from 'zod/mini'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** The parts of Vite's manifest that say which file imports which. Keys are names of modules. */
const ManifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.optional(z.boolean()),
    imports: z.optional(z.array(z.string())),
  }),
)

export interface BuiltApp {
  readonly html: string
  /** Text of every script and style by its path in dist. */
  readonly scripts: ReadonlyMap<string, string>
  readonly styles: ReadonlyMap<string, string>
  /** Paths of all files in dist. */
  readonly files: readonly string[]
  /** Paths of the entry script and everything it imports before it runs. */
  readonly entry: readonly string[]
  /** Code of the scripts that stand in index.html itself. */
  readonly inlineScripts: readonly string[]
}

/** Reads dist; `npm run build` has to come first. */
export async function readBuiltApp(): Promise<BuiltApp> {
  const listed = await readdir(DIST, { recursive: true, withFileTypes: true })
  const files = listed
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(DIST, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
  const read = (name: string) => readFile(path.join(DIST, name), 'utf8')
  const readAll = async (extension: string) => {
    const names = files.filter((name) => name.endsWith(extension))
    return new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)))
  }
  const html = await read('index.html')
  const manifest = ManifestSchema.parse(JSON.parse(await read('.vite/manifest.json')))
  return {
    html,
    scripts: await readAll('.js'),
    styles: await readAll('.css'),
    files,
    entry: listEntry(manifest),
    inlineScripts: [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code),
  }
}

function listEntry(manifest: z.infer<typeof ManifestSchema>): readonly string[] {
  const reached = new Set<string>()
  const visit = (key: string) => {
    if (reached.has(key)) return
    reached.add(key)
    for (const next of manifest[key]?.imports ?? []) visit(next)
  }
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry === true) visit(key)
  return [...reached].flatMap((key) => manifest[key]?.file ?? [])
}

/** Bytes over the wire, gzipped. */
export function gzippedSize(text: string): number {
  return gzipSync(text, { level: 9 }).length
}
