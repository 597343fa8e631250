import type { Plugin } from 'vite'
import { type PageConfig, parsePageConfig } from '../../../app/page-config.ts'
import { readRegistry } from '../../../data/registry/registry.ts'
import { composeFeeds } from './compose-feeds.ts'

const COMMENT = /<!--[\s\S]*?-->/g
const SCRIPT = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi
const OWN_ID = /\sid\s*=\s*(?:"skylight-config"|'skylight-config'|skylight-config(?=\s|$))/i

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
        const { config, problem } = parsePageConfig(findBlock(html))
        if (problem !== undefined) {
          throw new Error(
            'index.html: the block #skylight-config is not valid JSON of the known form, so it cannot tell where the links of the feeds lead.',
          )
        }
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

/**
 * What stands in the block, however its tag is written: the page finds it by its id.
 * @throws {Error} when there is none
 */
function findBlock(html: string): string {
  for (const [, attributes = '', text = ''] of html.replace(COMMENT, '').matchAll(SCRIPT)) {
    if (OWN_ID.test(attributes)) return text
  }
  throw new Error(
    'index.html has no block #skylight-config, which tells where the links of the feeds lead.',
  )
}
