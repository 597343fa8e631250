import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { insertAfter } from './content-security-policy.ts'

/**
 * Bundles `entry` into one small script and writes it into the built index.html right behind the configuration it reads,
 * so that it runs before the app's own files have arrived. A missing entry is no error: the page starts a little later.
 */
export function inlineEarlyScript(entry: URL): Plugin {
  const file = fileURLToPath(entry)
  return {
    name: 'skylight:inline-early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler: async (html) => {
        if (!existsSync(file)) return html
        // A closing tag inside a string would end the script too early.
        const code = (await bundle(file)).replaceAll('</script', '<\\/script').trim()
        return insertAfter(
          html,
          /<script type="application\/json" id="skylight-config">[^<]*<\/script>/,
          `\n    <script>${code}</script>`,
        )
      },
    },
  }
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      {
        name: 'skylight:no-lazy-modules',
        // What is loaded lazily is not needed early, and would make the bundler wrap every module against cycles.
        resolveDynamicImport: () => false,
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'baseline-widely-available',
      modulePreload: false,
      rolldownOptions: {
        input: file,
        output: { format: 'iife', codeSplitting: false, entryFileNames: 'early.js' },
      },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []))
  const [chunk, ...rest] = chunks
  if (chunk?.type !== 'chunk' || rest.length > 0) {
    throw new Error('The early script must bundle into one script and nothing else.')
  }
  if (chunk.dynamicImports.length > 0) {
    throw new Error(`The early script reaches ${chunk.dynamicImports.join(', ')} lazily.`)
  }
  return chunk.code
}
