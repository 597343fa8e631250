import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contentSecurityPolicy } from './src/cli/build/content-security-policy.ts'
import { feeds } from './src/cli/build/feeds/feeds.ts'
import { inlineEarlyScript } from './src/cli/build/inline-early-script.ts'
import { preloadScreens } from './src/cli/build/preload-screens.ts'

/** What most screens are made of; each asks for it along with itself. */
const SCREEN = [
  /\/node_modules\/@tanstack\/(react-query|query-core)\/(?!.*(useQueries|queriesObserver|seInfiniteQuery|infiniteQueryObserver))/,
  /\/src\/ui\/(text\/(TimeText|HeightText|Copy|copy)|controls\/PlainLink|proposal\/.*(Badge|Mark)|charts\/(TallyBar|TallyMini|tally-))/,
  /\/src\/ui\/(page\/(Heading|SourceNote|LiveNote|Callout|Pill|use-)|state\/(Fail|StateM|Skel|Figure|Disagree))/,
  /\/src\/ui\/(market\/NumberTile|upgrade\/PlanName)/,
  /\/src\/domain\/(amount|format-(share|shortened|message-kind|outcome)|tally\.|proposal-life|second-opinion)/,
  /\/src\/queries\/(second-opinion|compared-pictures|passive-nodes)/,
  /\/src\/chain\/(blocks|chain-identity)/,
]

/**
 * Which modules that several lazy parts share go into one file: left alone, a file is made for every set of parts that
 * shares something, dozens for a screen, and small ones compress worse and cost a request each. A group takes along what
 * its modules import, unless one before it has that already; so each names what its screens all need and little else.
 */
const SHARED = [
  // All of the entry, so that no other group takes a part of it and is loaded with it.
  { name: 'core', tags: ['$initial' as const], priority: 6 },
  { name: 'screen', test: isOneOf(SCREEN), priority: 5 },
  {
    name: 'table',
    test: isOneOf([
      /\/src\/ui\/(table|controls|page|state|text)\//,
      /\/src\/domain\/export-file/,
      /\/node_modules\/@tanstack\//,
    ]),
    minShareCount: 4,
    priority: 4,
  },
  {
    name: 'upgrades',
    test: isOneOf([/\/src\/(domain\/upgrades|queries\/(use-upgrades|read-upgrades|upgrade-))/]),
    minShareCount: 6,
    priority: 3,
  },
  {
    name: 'read-market',
    test: isOneOf([/\/src\/chain\/(market\/|proto\/generated\/akash)/]),
    minShareCount: 2,
    priority: 2,
  },
  {
    name: 'market',
    test: isOneOf([/\/src\/(domain|queries|ui)\/market\//]),
    minShareCount: 4,
    priority: 1,
  },
  {
    name: 'registry',
    test: isOneOf([
      /\/src\/(domain\/(link|registry)|queries\/(registry|aep|link)|ui\/(aep|group))/,
    ]),
    minShareCount: 4,
    priority: 1,
  },
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
      '/upgrades/': '/src/views/upgrade/UpgradeView.tsx',
      '/aeps': '/src/views/aeps/AepsView.tsx',
      '/sigs': '/src/views/sigs/SigsView.tsx',
      '/sigs/': '/src/views/sig/SigView.tsx',
      '/market': '/src/views/market/MarketView.tsx',
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
    rolldownOptions: { output: { codeSplitting: { groups: SHARED } } },
  },
})

function isOneOf(patterns: readonly RegExp[]): (id: string) => boolean {
  return (id) => patterns.some((pattern) => pattern.test(id))
}
