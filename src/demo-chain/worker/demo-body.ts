import { encodeUtf8 } from '../server/bytes.ts'
import type { Delivery } from '../server/delivery.ts'

const SPOONS_PER_SECOND = 8

/**
 * The body of a reply as a browser hands it out: whole, or piece by piece. A cut one errors as a broken connection does,
 * and every unfinished one with the signal's reason when aborted.
 */
export function deliverBody(text: string, delivery: Delivery, signal: AbortSignal): BodyInit {
  if (delivery.kind === 'trickle') {
    return trickle(encodeUtf8(text), delivery.bytesPerSecond, signal)
  }
  if (delivery.kind === 'cut') {
    return cut(encodeUtf8(text).subarray(0, delivery.afterBytes))
  }
  return text
}

function cut(part: Uint8Array): ReadableStream<Uint8Array> {
  const pieces = part.length === 0 ? [] : [part]
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.shift()
      if (piece === undefined) controller.error(new TypeError('network error'))
      else controller.enqueue(piece)
    },
  })
}

function trickle(
  bytes: Uint8Array,
  bytesPerSecond: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const spoon = Math.max(1, Math.round(bytesPerSecond / SPOONS_PER_SECOND))
  let timer: ReturnType<typeof setInterval> | undefined
  let stop = (): void => undefined
  return new ReadableStream({
    start(controller) {
      let sent = 0
      const abort = (): void => {
        clearInterval(timer)
        controller.error(signal.reason)
      }
      stop = () => {
        clearInterval(timer)
        signal.removeEventListener('abort', abort)
      }
      signal.addEventListener('abort', abort, { once: true })
      timer = setInterval(() => {
        controller.enqueue(bytes.subarray(sent, sent + spoon))
        sent += spoon
        if (sent < bytes.length) return
        stop()
        controller.close()
      }, 1000 / SPOONS_PER_SECOND)
    },
    cancel: () => stop(),
  })
}
