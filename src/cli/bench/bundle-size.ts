import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { atMost, type Finding, type Measurement, plain } from './finding.ts'

const ENTRY_KB = 150

/** Gzipped size of what the built app consists of, largest first. The entry is what index.html names. */
export function bundleSize(dist: string): Measurement {
  return {
    heading: 'Built app, gzipped',
    async measure() {
      const assets = path.join(dist, 'assets')
      const [html, names] = await Promise.all([
        readFile(path.join(dist, 'index.html'), 'utf8'),
        readdir(assets),
      ])
      const scripts = await Promise.all(
        names
          .filter((name) => /\.(js|css)$/.test(name))
          .map(async (name) => ({ name, kB: gzippedKb(await readFile(path.join(assets, name))) })),
      )
      const entry = scripts.filter(({ name }) => name.endsWith('.js') && html.includes(name))
      const others = scripts
        .filter((script) => !entry.includes(script))
        .toSorted((a, b) => b.kB - a.kB)
        .map(({ name, kB }): Finding => plain(name.replace(/-[\w-]{8}(?=\.\w+$)/, ''), kB, 'kB'))
      return [
        plain('index.html with the early script', gzippedKb(Buffer.from(html)), 'kB'),
        atMost(
          'scripts index.html loads',
          entry.reduce((sum, { kB }) => sum + kB, 0),
          ENTRY_KB,
          'kB',
        ),
        ...others,
      ]
    },
  }
}

function gzippedKb(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length / 1_000
}
