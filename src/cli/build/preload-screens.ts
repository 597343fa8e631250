import type { Plugin } from 'vite'
import { insertAfter } from './content-security-policy.ts'

/**
 * Writes into the built index.html which files each screen is made of, so that the early script can ask for them
 * together with the entry instead of after it. `screens`: the source file of each screen, by its path's first part.
 */
export function preloadScreens(screens: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'skylight:preload-screens',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (bundle === undefined) return html
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]))
        const withImports = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
          if (!seen.has(file)) {
            seen.add(file)
            for (const imported of imports.get(file) ?? []) withImports(imported, seen)
          }
          return seen
        }
        const files = Object.entries(screens).map(([path, source]) => {
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(source))
          if (chunk === undefined) throw new Error(`No chunk is made of ${source}.`)
          // What the page itself already asks for need not be named again.
          const own = [...withImports(chunk.fileName)].filter((file) => !html.includes(file))
          return [path, own.map((file) => `/${file}`)]
        })
        return insertAfter(
          html,
          /<script type="application\/json" id="skylight-config">[^<]*<\/script>/,
          `\n    <script type="application/json" id="skylight-screens">${JSON.stringify(Object.fromEntries(files))}</script>`,
        )
      },
    },
  }
}
