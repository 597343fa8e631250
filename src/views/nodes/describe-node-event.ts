import { formatDuration, formatUtc } from '../../domain/time.ts'
import type { NodeRow } from '../../queries/node-rows.ts'

type NodeEvent = NodeRow['events'][number]

/** An event in a sentence or two. */
export function describeNodeEvent(event: NodeEvent, now: Date): string {
  switch (event.kind) {
    case 'first-answer':
      return 'It answered for the first time.'
    case 'recovered':
      return `It answers again, after ${formatDuration(event.failedForMs)}.`
    case 'chain-changed':
      return `It is now of ${event.to}, and was of ${event.from}.`
    case 'failed': {
      const again =
        event.times === 1
          ? ''
          : ` ${event.times} times, last at ${formatUtc(new Date(event.lastAtMs), 'time')}.`
      const until = formatUtc(new Date(event.restsUntilMs), 'time')
      const isOver = event.restsUntilMs <= now.getTime()
      const rest = event.isByItself
        ? ` It asked not to be called until ${until}.`
        : ` ${isOver ? 'It was' : 'It is'} left alone until ${until} while others answer.`
      return `${event.sentence}${again}${rest}`
    }
  }
}
