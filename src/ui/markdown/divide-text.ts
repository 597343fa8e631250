const PIECE = 8_000

/**
 * Divides a long text at line breaks into pieces a browser can lay out one by one; a line longer than a piece is divided
 * inside. The line break at a division is left out, as each piece is a block. Nothing else is lost.
 */
export function divideText(text: string, length = PIECE): readonly string[] {
  const pieces: string[] = []
  let start = 0
  while (text.length - start > length) {
    const lineEnd = text.lastIndexOf('\n', start + length)
    if (lineEnd > start) {
      pieces.push(text.slice(start, lineEnd))
      start = lineEnd + 1
    } else {
      const end = start + length
      // Not between the halves of one character.
      const isInside = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800
      pieces.push(text.slice(start, isInside ? end - 1 : end))
      start = isInside ? end - 1 : end
    }
  }
  pieces.push(text.slice(start))
  return pieces
}
