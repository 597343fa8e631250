import type { Page } from 'playwright'

/** A row of the list as a reader sees it. */
export interface SeenRow {
  /** What stands in the first column: a number, or a range of numbers without a proposal. */
  readonly number: string
  readonly title: string
  /** Everything in the row, with single spaces. */
  readonly text: string
  readonly href: string | null
}

/** Waits until the list has been read to its end. */
export async function waitForWholeList(page: Page): Promise<void> {
  await page
    .getByText(/Every proposal the chain has\.|closed proposals were kept from an earlier visit/)
    .waitFor()
}

/**
 * Scrolls through the table from its top to its end and collects every row once, in order. Only the rows near the window
 * exist at any time.
 */
export async function collectRows(page: Page): Promise<readonly SeenRow[]> {
  return page.evaluate(async () => {
    const rows = new Map<number, SeenRow>()
    const nextFrame = () =>
      new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    const textOf = (element: Element | null | undefined) =>
      (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    // Space of rows that are still to be drawn is in the window.
    const isBlank = () =>
      [...document.querySelectorAll('tbody tr[aria-hidden="true"]')].some((space) => {
        const { top, bottom } = space.getBoundingClientRect()
        return top < window.innerHeight && bottom > 0 && bottom - top > 1
      })
    const collect = () => {
      for (const row of document.querySelectorAll<HTMLElement>('tr[data-index]')) {
        const header = row.querySelector('th')
        rows.set(Number(row.dataset.index), {
          number: textOf(row.querySelector('td')),
          title: textOf(header?.querySelector('a') ?? header?.firstElementChild),
          text: textOf(row),
          href: header?.querySelector('a')?.getAttribute('href') ?? null,
        })
      }
    }
    window.scrollTo(0, 0)
    await nextFrame()
    for (let top = 0; ; top += window.innerHeight * 0.8) {
      window.scrollTo(0, top)
      await nextFrame()
      await nextFrame()
      // The code that follows the scrolling comes after the first rows.
      for (let frame = 0; frame < 300 && isBlank(); frame++) await nextFrame()
      collect()
      if (top + window.innerHeight >= document.documentElement.scrollHeight) break
    }
    window.scrollTo(0, 0)
    await nextFrame()
    return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
  })
}

/** The numbers of the rows that are proposals. */
export function idsOf(rows: readonly SeenRow[]): readonly number[] {
  return rows.filter(({ href }) => href !== null).map(({ number }) => Number(number))
}

/** How many proposals the status chips count; undefined while the list is being read. */
export async function countProposals(page: Page): Promise<number | undefined> {
  const chips = page.getByRole('group', { name: 'Status' }).getByRole('button')
  const texts = await chips.allInnerTexts()
  const counts = texts.map((text) => /\d+$/.exec(text.trim())?.[0])
  return counts.length === 0 || counts.includes(undefined)
    ? undefined
    : counts.reduce((sum, count) => sum + Number(count), 0)
}
