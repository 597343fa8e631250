import type { Locator } from 'playwright'

/** What a reader can read of it, with single spaces. */
export async function textOf(locator: Locator): Promise<string> {
  const texts = await locator.allInnerTexts()
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim()
}
