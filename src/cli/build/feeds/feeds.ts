import type { Plugin } from 'vite'
import { type PageConfig, parsePageConfig } from '../../../app/page-config.ts'
import { readRegistry } from '../../../data/registry/registry.ts'
import { composeFeeds } from './compose-feeds.ts'

const BLOCK = /<script type="application\/json" id="skylight-config">([^<]*)<\/script>/

/** Writes the feeds into the built app. Their links to its screens follow `history` of the configuration in index.html. */
export function feeds(): Plugin {
  let history: PageConfig['history']
  return {
    name: 'skylight:feeds',
    apply: 'build',
    transformIndexHtml: {
      // Before the bundle is made, of which the feeds are a part.
      order: 'pre',
      handler(html) {
        const { config, problem } = parsePageConfig(BLOCK.exec(html)?.[1] ?? null)
        if (problem !== undefined) throw new Error(`index.html, #skylight-config: ${problem}`)
        history = config.history
      },
    },
    generateBundle() {
      for (const { path, text } of composeFeeds(readRegistry(), history)) {
        this.emitFile({ type: 'asset', fileName: path, source: text })
      }
    },
  }
}
