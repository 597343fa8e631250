import { type AepReading, readAep } from '../../domain/registry/frontmatter/read-aep.ts'
import { parseFrontmatter } from './parse-frontmatter.ts'

/**
 * An AEP from the text of its document; the first `MOST_FRONTMATTER` characters of it are enough.
 * @param path in its repository: `spec/aep-76/README.md`
 */
export function parseAepDocument(text: string, path: string): AepReading {
  const reading = parseFrontmatter(text)
  return reading.kind === 'unreadable' ? reading : readAep(reading.fields, path)
}
