import type { Page } from 'playwright'
import { expect } from 'vitest'
import { METRIC_DEFINITIONS } from '../../src/domain/market/metrics/metric-definitions.ts'
import { textOf } from './text-of.ts'

/**
 * Opens the note of every number of the market on a page and holds it against the definition, the height, the time and
 * the node; no number stands outside of one. @returns how many notes there were
 */
export async function checkFigures(page: Page, nodeUrl: string): Promise<number> {
  const figures = await page.locator('[data-metric]').all()
  for (const each of figures) {
    const id = (await each.getAttribute('data-metric')) ?? ''
    const definition = Object.values(METRIC_DEFINITIONS).find((known) => known.id === id)
    if (definition === undefined) throw new Error(`no metric ${id}`)
    await each.getByRole('button').first().press('Enter')
    const text = await textOf(each.locator('[popover]'))
    for (const part of [definition.label, definition.formula, ...definition.queries]) {
      expect(text).toContain(part.replaceAll(/\s+/g, ' '))
    }
    expect(text).toMatch(/Height 27,400,494/)
    expect(text).toContain('2026-11-21 03:05:19 UTC')
    expect(text).toContain(`Node ${nodeUrl}`)
    await page.keyboard.press('Escape')
  }
  expect(await findBareNumbers(page)).toEqual([])
  return figures.length
}

/**
 * Numbers of tables, tiles and first sentences that nothing explains: neither a note of their own, nor one on their
 * column, nor one of the chart the table belongs to. Heights and names are links, times are times.
 */
async function findBareNumbers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const EXPLAINED = '[data-metric], a, time, [popover], bdi, .chain-text:not(data)'
    const bareText = (element: Element): string => {
      if (element.matches(EXPLAINED)) return ''
      return [...element.childNodes]
        .map((node) => (node instanceof Element ? bareText(node) : (node.textContent ?? '')))
        .join('')
    }
    const isBare = (element: Element) => /\d/.test(bareText(element).replaceAll(/P[19]0/g, ''))
    const found: string[] = []
    for (const part of document.querySelectorAll('main p.text-l, main dl.grid-cols-2 dd')) {
      if (isBare(part)) found.push(bareText(part))
    }
    for (const table of document.querySelectorAll('main table')) {
      if (table.closest('figure')?.querySelector('figcaption [data-metric]') != null) continue
      const name = table.getAttribute('aria-label') ?? ''
      const notes = document.querySelectorAll(
        `[data-columns-of="${CSS.escape(name)}"] [data-metric] > button`,
      )
      const explained = new Set([...notes].map((note) => note.textContent?.split(': what')[0]))
      const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent)
      for (const row of table.querySelectorAll('tbody tr:not(.invisible)')) {
        for (const [column, cell] of [...row.children].entries()) {
          const head = heads[column] ?? ''
          if (cell.tagName === 'TH' || !isBare(cell) || explained.has(head)) continue
          found.push(`${name}, ${head}: ${bareText(cell)}`)
        }
      }
    }
    return [...new Set(found)].slice(0, 20)
  })
}
