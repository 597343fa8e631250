import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contentSecurityPolicy } from './src/cli/build/content-security-policy.ts'
import { inlineEarlyScript } from './src/cli/build/inline-early-script.ts'

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    inlineEarlyScript(new URL('src/app/early/main.ts', import.meta.url)),
    contentSecurityPolicy(),
  ],
  build: {
    target: 'baseline-widely-available',
    // Every browser of that baseline preloads modules itself.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // A font inlined as data: would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
