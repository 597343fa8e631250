import type { Page } from 'playwright'
import { expect } from 'vitest'
import { METRIC_DEFINITIONS } from '../../src/domain/market/metrics/metric-definitions.ts'
import { textOf } from './text-of.ts'

/**
 * Opens the note of every number of the market on a page and holds it against the definition, the height, the time and
 * the node. @returns how many there were
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
  return figures.length
}
