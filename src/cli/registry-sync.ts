import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { runRegistrySync } from './registry-sync/run-registry-sync.ts'

/** Rebuilds the committed registry: `tsx src/cli/registry-sync.ts --aep … --community …`. */
process.exitCode = await runRegistrySync(process.argv.slice(2), {
  folder: fileURLToPath(new URL('../data/registry/', import.meta.url)),
  say: (text) => {
    process.stdout.write(text)
  },
  complain: (text) => {
    process.stderr.write(text)
  },
})
