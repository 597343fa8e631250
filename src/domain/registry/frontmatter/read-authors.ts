import type { AepAuthor } from '../aep.ts'

const GITHUB_LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/

/**
 * The people an `author` field names: `Greg Osuri (@gosuri) Adam Bozanich (@boz)`, with commas or without, `Name <mail>`,
 * `Name` alone, `(@handle)` alone. A login without its `@` gets it.
 */
export function readAuthors(raw: string): readonly AepAuthor[] {
  const authors: AepAuthor[] = []
  const pieces = raw.split(/([(<][^()<>]*[)>]|[,;])/)
  let name = ''
  const note = (handle: string | undefined) => {
    const named = name || handle
    if (named) authors.push(handle === undefined ? { name: named } : { name: named, handle })
    name = ''
  }
  for (const piece of pieces) {
    const text = piece.trim()
    if (text === '') continue
    if (text === ',' || text === ';') note(undefined)
    else if (/^[(<].*[)>]$/s.test(text)) note(parseHandle(text.slice(1, -1)))
    else name = text.replace(/^(?:and|&)\s+/, '')
  }
  note(undefined)
  return authors
}

function parseHandle(written: string): string | undefined {
  const handle = written.trim()
  if (handle === '') return undefined
  return GITHUB_LOGIN.test(handle) ? `@${handle}` : handle
}
