import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * What the page may load: nothing but its own files, and data from any endpoint the reader agreed to (which those are is
 * guarded in `src/rpc`). Inline scripts are named by their hash, so there is no `unsafe-inline`.
 */
function composePolicy(scriptHashes: readonly string[]): string {
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' ')
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https: http: wss: ws:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** `sha256-…` of every script in the page that a browser would run from the page itself. Data blocks are none. */
function hashInlineScripts(html: string): readonly string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].flatMap(
    ([, attributes = '', code = '']) => {
      const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? ''
      const isRun = /^(?:|module|(?:text|application)\/javascript)$/i.test(type)
      if (!isRun || /\bsrc\s*=/i.test(attributes)) return []
      return [`sha256-${createHash('sha256').update(code).digest('base64')}`]
    },
  )
}

/** The policy a built page carries; undefined when it carries none. */
export function readPolicy(html: string): string | undefined {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
}

/** Writes the policy into the built index.html, before the first script. The dev server's pages stay without. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'skylight:content-security-policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const policy = composePolicy(hashInlineScripts(html))
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`
        return insertAfter(html, /<meta charset="[^"]*"\s*\/?>/i, `\n    ${meta}`)
      },
    },
  }
}

/** @throws {Error} when the page has no such place */
export function insertAfter(html: string, place: RegExp, text: string): string {
  const found = place.exec(html)
  if (found === null) throw new Error(`index.html has no ${place.source}`)
  const end = found.index + found[0].length
  return `${html.slice(0, end)}${text}${html.slice(end)}`
}
