import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contentSecurityPolicy } from './src/cli/build/content-security-policy.ts'
import { feeds } from './src/cli/build/feeds/feeds.ts'
import { inlineEarlyScript } from './src/cli/build/inline-early-script.ts'
import { preloadScreens } from './src/cli/build/preload-screens.ts'

/** What every first visit loads in any case: the entry, and what it shares with screens. */
const CORE = [
  /\/node_modules\/(react|react-dom|scheduler|use-sync-external-store|idb-keyval|@bufbuild)\//,
  /\/node_modules\/@tanstack\/(react-router|router-core|history|react-store|store)\//,
  /\/node_modules\/@tanstack\/query-core\/(?!.*Observer)/,
  /\/node_modules\/@tanstack\/react-query\/.*\/(QueryClientProvider|queryOptions)\./,
  /\/src\/rpc\/(?!event-stream|websocket)/,
  /\/src\/ui\/(Icon|class-names|controls\/Button|page\/title-mark|text\/(HostileText|page-links))/,
  /\/src\/domain\/(time|format-(integer|chain-text)|failure|figure)/,
  /\/src\/queries\/chain\./,
  /\/src\/chain\/((abci|bytes|wire|failure|gov|gov-proposal|gov-pages|node|upgrade|proto-values)\.ts|messages\/peek)/,
]

/**
 * What most screens are made of and the entry is not; each asks for it along with itself. What these modules share with
 * the entry has to be named above, or it moves here and takes all of this into the entry (test/build says so).
 */
const SCREEN = [
  /\/node_modules\/@tanstack\/(react-query|query-core)\/(?!.*(useQueries|queriesObserver|seInfiniteQuery|infiniteQueryObserver))/,
  /\/src\/ui\/(text\/(TimeText|HeightText|Copy|copy)|controls\/PlainLink|proposal\/.*(Badge|Mark)|charts\/(TallyBar|TallyMini|tally-))/,
  /\/src\/ui\/(page\/(Heading|SourceNote|LiveNote|Callout|Pill|use-)|state\/(Fail|StateM|Skel|Figure|Disagree))/,
  /\/src\/domain\/(format-(share|message-kind|outcome)|tally\.|proposal-life|second-opinion)/,
  /\/src\/queries\/(second-opinion|compared-pictures|passive-nodes)/,
]

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    inlineEarlyScript(new URL('src/app/early/main.ts', import.meta.url)),
    preloadScreens({
      '/': '/src/views/overview/OverviewView.tsx',
      '/proposals': '/src/views/proposals/ProposalsView.tsx',
      '/proposals/': '/src/views/proposal/ProposalView.tsx',
      '/upgrades': '/src/views/upgrades/UpgradesView.tsx',
      '/blocks/': '/src/views/block/BlockView.tsx',
      '/accounts/': '/src/views/account/AccountView.tsx',
      '/nodes': '/src/app/shell/NodesScreen.tsx',
    }),
    contentSecurityPolicy(),
    feeds(),
  ],
  // The demo chain's: all of it is needed at once, and compresses best in one file; but for its marketplace, which is
  // loaded when it is first asked for.
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/demo-market-[hash].js',
        // Hints for bundlers, which nobody bundles again.
        comments: { annotation: false },
      },
    },
  },
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
    // Left alone, what entry and lazy screens share falls into dozens of small chunks, which compress worse.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'core', test: isOneOf(CORE), priority: 2 },
            { name: 'screen', test: isOneOf(SCREEN), priority: 1 },
          ],
        },
      },
    },
  },
})

function isOneOf(patterns: readonly RegExp[]): (id: string) => boolean {
  return (id) => patterns.some((pattern) => pattern.test(id))
}
