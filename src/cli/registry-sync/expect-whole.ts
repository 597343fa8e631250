import { SourceError } from './source-error.ts'

/** A source may lose that many records at once, or a tenth of them; beyond that it has moved or was half read. */
const USUAL_LOSS = 3

/** @throws {SourceError} where a source has none of its records, or far fewer than before */
export function expectWhole(source: string, noun: string, count: number, before: number): void {
  if (count === 0) throw new SourceError(source, `it has no ${noun}: it is empty, or they moved`)
  if (before - count <= Math.max(USUAL_LOSS, before / 10)) return
  const reason = `it has ${count} ${noun} where ${before} were before: half of it, or they moved`
  throw new SourceError(source, reason)
}
