import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import * as z from 'zod/mini'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const Findings = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ target: z.array(z.unknown()), html: z.string() })),
    }),
  ),
})

/**
 * Everything axe finds on a page as `rule: help (element)`; nothing is the aim. Put into the page as a debugger would.
 * `rules`: only these.
 */
export async function findBarriers(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(SOURCE)
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }
  const result: unknown = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)
  return Findings.parse(result).violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} (${target.join(' ')} ${html.slice(0, 120)})`),
  )
}
