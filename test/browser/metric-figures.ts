import type { Page } from 'playwright'
import { expect } from 'vitest'
import { METRIC_DEFINITIONS } from '../../src/domain/market/metrics/metric-definitions.ts'
import { textOf } from './text-of.ts'

/** A number of the market with the note that its button opened. */
interface FigureNote {
  readonly id: string
  readonly text: string
}

/**
 * Opens the note of every number of the market on a page and holds it against the definition, the height, the time and
 * the node; no number stands outside of one. The first and the last are opened and closed by the keyboard too.
 * @returns how many notes there were
 */
export async function checkFigures(page: Page, nodeUrl: string): Promise<number> {
  const notes = await openNotes(page)
  for (const { id, text } of notes) {
    const definition = Object.values(METRIC_DEFINITIONS).find((known) => known.id === id)
    if (definition === undefined) throw new Error(`no metric ${id}`)
    for (const part of [definition.label, definition.formula, ...definition.queries]) {
      expect(text).toContain(part.replaceAll(/\s+/g, ' '))
    }
    expect(text).toMatch(/Height 27,400,494/)
    expect(text).toContain('2026-11-21 03:05:19 UTC')
    expect(text).toContain(`Node ${nodeUrl}`)
  }
  for (const at of notes.length === 0 ? [] : [0, -1]) {
    const figure = page.locator('[data-metric]').nth(at)
    const note = figure.locator('[popover]')
    await figure.getByRole('button').first().press('Enter')
    expect(await textOf(note)).toBe(notes.at(at)?.text)
    await page.keyboard.press('Escape')
    expect(await note.isVisible()).toBe(false)
  }
  expect(await findBareNumbers(page)).toEqual([])
  return notes.length
}

/** Within the page, for a table has hundreds: presses each button, and reads what is to be seen of the note then. */
async function openNotes(page: Page): Promise<readonly FigureNote[]> {
  return page.evaluate(async () => {
    const notes: FigureNote[] = []
    // Looked for anew each time: the page may have been drawn again meanwhile.
    for (let at = 0; ; at++) {
      const figure = document.querySelectorAll('[data-metric]').item(at)
      if (figure === null) return notes
      const note = figure.querySelector<HTMLElement>('[popover]')
      figure.querySelector('button')?.click()
      // A note may be drawn only once it is open.
      for (let frame = 0; frame < 60 && note?.textContent === ''; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      const isOpen = note?.matches(':popover-open') === true
      // biome-ignore lint/performance/useDomNodeTextContent: what a reader can read of it is wanted, as laid out
      const text = isOpen ? note.innerText : ''
      const id = figure.getAttribute('data-metric') ?? ''
      notes.push({ id, text: text.replaceAll(/\s+/g, ' ').trim() })
      note?.hidePopover()
    }
  })
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
