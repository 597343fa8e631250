import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import * as z from 'zod/mini'
import { atMost, type Finding, type Measurement, plain } from './finding.ts'

const ENTRY_KB = 150

/** What Vite's manifest says of a chunk, as far as it matters here. Keys and imports are names of chunks. */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.optional(z.boolean()),
    imports: z.optional(z.array(z.string())),
  }),
)

/** Gzipped size of what the built app consists of: what every page loads, then the rest, largest first. */
export function bundleSize(dist: string): Measurement {
  return {
    heading: 'Built app, gzipped',
    async measure() {
      const [html, manifest, names] = await Promise.all([
        readFile(path.join(dist, 'index.html')),
        readFile(path.join(dist, '.vite', 'manifest.json'), 'utf8'),
        readdir(path.join(dist, 'assets')),
      ])
      const entryFiles = entryOf(Manifest.parse(JSON.parse(manifest)))
      const parts = await Promise.all(
        names
          .filter((name) => /\.(js|css)$/.test(name))
          .map(async (name) => {
            const kB = gzippedKb(await readFile(path.join(dist, 'assets', name)))
            return { name, kB, isEntry: entryFiles.has(`assets/${name}`) }
          }),
      )
      const entryKb = parts.reduce((sum, { kB, isEntry }) => sum + (isEntry ? kB : 0), 0)
      const others = parts
        .filter(({ isEntry }) => !isEntry)
        .toSorted((a, b) => b.kB - a.kB)
        .map(({ name, kB }): Finding => plain(name.replace(/-[\w-]{8}(?=\.\w+$)/, ''), kB, 'kB'))
      return [
        plain('index.html with the early script', gzippedKb(html), 'kB'),
        atMost('entry with all it imports', entryKb, ENTRY_KB, 'kB'),
        ...others,
      ]
    },
  }
}

/** Files that load before anything runs. */
function entryOf(manifest: z.infer<typeof Manifest>): ReadonlySet<string> {
  const files = new Set<string>()
  const follow = (name: string) => {
    const chunk = manifest[name]
    if (chunk === undefined || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const next of chunk.imports ?? []) follow(next)
  }
  for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry === true) follow(name)
  return files
}

function gzippedKb(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length / 1_000
}
