import type { Plugin } from 'vite'
import { readRegistry } from '../../../data/registry/registry.ts'
import { composeFeeds } from './compose-feeds.ts'

/** Writes the feeds into the built app. */
export function feeds(): Plugin {
  return {
    name: 'skylight:feeds',
    apply: 'build',
    generateBundle() {
      for (const { path, text } of composeFeeds(readRegistry())) {
        this.emitFile({ type: 'asset', fileName: path, source: text })
      }
    },
  }
}
