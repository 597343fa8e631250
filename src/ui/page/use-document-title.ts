import { useContext, useEffect } from 'react'
import { cutText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import { TitleMark } from './title-mark.ts'

const SITE = 'Skylight'
/** Tabs and histories show a few dozen characters. */
const LIMIT = 120

/**
 * Names the page after what it shows, for tabs, histories and screen readers. The name may hold a stranger's text. While
 * it is mounted the name stays; the next screen sets its own.
 */
export function useDocumentTitle(name: string): void {
  const mark = useContext(TitleMark)
  useEffect(() => {
    const safe = sanitizeChainText(name)
    const parts = [cutText(safe, LIMIT) ?? safe, SITE]
    document.title = (mark === '' ? parts : [mark, ...parts]).join(' · ')
  }, [name, mark])
}
