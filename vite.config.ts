import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contentSecurityPolicy } from './src/cli/build/content-security-policy.ts'
import { inlineEarlyScript } from './src/cli/build/inline-early-script.ts'
import { preloadScreens } from './src/cli/build/preload-screens.ts'

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    inlineEarlyScript(new URL('src/app/early/main.ts', import.meta.url)),
    preloadScreens({
      '/': '/src/views/overview/OverviewView.tsx',
      '/proposals': '/src/views/proposals/ProposalsView.tsx',
      '/proposals/': '/src/views/proposal/ProposalView.tsx',
    }),
    contentSecurityPolicy(),
  ],
  // The demo chain's: all of it is needed at once, and compresses best in one file.
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    target: 'baseline-widely-available',
    // Every browser of that baseline preloads modules itself.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Which file imports which, for the tests of the build.
    manifest: true,
    // A font inlined as data: would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Left alone, what entry and lazy screens share falls into a dozen small chunks, which compress worse than one.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'core', test: isCore }] } },
    },
  },
})

const CORE = [
  /\/node_modules\/(react|react-dom|scheduler|use-sync-external-store|idb-keyval|@bufbuild)\//,
  /\/node_modules\/@tanstack\/(react-router|router-core|history|react-store|store|react-query|query-core)\/(?!.*(useQueries|queriesObserver|seInfiniteQuery|infiniteQueryObserver))/,
  /\/src\/rpc\/(?!event-stream|websocket)/,
  /\/src\/ui\/(Icon|class-names|text\/(HostileText|TimeText|Copy|copy|page-links)|page\/(Heading|SourceNote|LiveNote|Callout|Pill|use-)|state\/(Fail|StateM|Skel|Figure))/,
  /\/src\/domain\/(time|format-(integer|share|chain-text|message-kind|outcome)|failure|figure)/,
  /\/src\/chain\/((abci|bytes|wire|failure|gov|gov-proposal|gov-pages|node|upgrade|proto-values)\.ts|messages\/peek)/,
]

/** What every first visit loads in any case. */
function isCore(id: string): boolean {
  return CORE.some((pattern) => pattern.test(id))
}
