import type { PageConfig } from '../../app/page-config.ts'
import { readPolicy } from '../build/content-security-policy.ts'
import { type Asset, createAsset } from './assets.ts'

/** index.html with the configuration in it, and the headers it goes out with. */
export interface Page {
  readonly asset: Asset
  readonly headers: Readonly<Record<string, string>>
}

/** Makes the page for a configuration; the same configuration is made once. */
export function createPageMaker(html: string): (config: PageConfig) => Promise<Page> {
  const headers = {
    'Content-Security-Policy': [
      readPolicy(html) ?? "default-src 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  }
  let made: { readonly text: string; readonly page: Promise<Page> } | undefined
  return (config) => {
    const text = writePageConfig(html, config)
    if (made?.text !== text) {
      const page = createAsset('/index.html', Buffer.from(text)).then((asset) => ({
        asset,
        headers,
      }))
      made = { text, page }
    }
    return made.page
  }
}

/**
 * Puts the configuration into the page's data block. `<` is written as an escape, so that no text in it can end the
 * block.
 *
 * @throws {Error} when the page has no such block
 */
function writePageConfig(html: string, config: PageConfig): string {
  const block = /(<script type="application\/json" id="skylight-config">)[\s\S]*?(<\/script>)/
  if (!block.test(html)) throw new Error('index.html has no block #skylight-config.')
  const json = JSON.stringify(config)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return html.replace(block, (_, open: string, close: string) => `${open}${json}${close}`)
}
