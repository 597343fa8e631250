import { cutText, sanitizeChainText } from '../format-chain-text.ts'

/** A stranger's text inside one of our sentences: harmless, and no longer than so many characters. */
export function shortChainText(text: string, limit: number): string {
  const head = cutText(text, limit)
  return sanitizeChainText(head === undefined ? text : `${head}…`)
}
