/** A body grew past what was allowed. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
  readonly maxBytes: number

  constructor(maxBytes: number) {
    super(`The body is larger than ${maxBytes} bytes.`)
    this.maxBytes = maxBytes
  }
}

/**
 * Reads a response as UTF-8 text and stops the download as soon as it is larger than `maxBytes` (after decompression).
 * @throws {BodyTooLargeError}
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel().catch(() => undefined)
      throw new BodyTooLargeError(maxBytes)
    }
    pieces.push(value)
  }
  // At once: decoded piece by piece, text takes several times as long, in Node also twice the space.
  return new TextDecoder().decode(joinPieces(pieces, size))
}

function joinPieces(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = pieces
  if (first !== undefined && pieces.length === 1) return first
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
