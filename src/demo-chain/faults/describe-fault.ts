import type { Fault, PLAIN_FAULTS } from './fault.ts'

const PLAIN: { readonly [Kind in (typeof PLAIN_FAULTS)[number]]: string } = {
  unreachable: 'Every connection is reset before anything is sent.',
  dns: 'The name of the host is not known; on a port, as unreachable.',
  'no-cors': 'Answers carry no CORS headers, so that no page may read them.',
  unauthorized: 'Everything is answered with HTTP 401.',
  forbidden: 'Everything is answered with HTTP 403.',
  'not-found': 'Everything is answered with HTTP 404.',
  'server-error': 'Everything is answered with HTTP 500.',
  'bad-gateway': 'Everything is answered with HTTP 502 and a web page.',
  redirect: 'Everything is answered with HTTP 302 to another address.',
  hang: 'Requests are taken and never answered.',
  trickle: 'Answers come at 64 bytes a second.',
  cut: 'Connections end after half of the answer.',
  junk: 'Everything is answered with text that is not JSON.',
  'not-json-rpc': 'Everything is answered with JSON of another kind of service.',
  html: 'Everything is answered with HTTP 200 and a web page.',
  empty: 'Everything is answered with HTTP 200 and nothing.',
  'wrong-id': 'Answers carry ids nobody asked with.',
  'no-websocket': 'No WebSocket is opened.',
  'wrong-chain': 'The node says it is of another chain.',
  'no-index': 'The node indexes neither transactions nor blocks.',
  'socket-cancel': 'The node cancels each subscription after its first event.',
  'lying-tally': 'TallyResult moves half of the yes votes to no; all else is true.',
  'lying-votes': 'One vote in eight is told the wrong way round.',
  'missing-row': 'One row in the middle is left out of each list of proposals and of votes.',
  'duplicate-rows': 'The first row of every page comes twice.',
  'repeating-page': 'Every page is the first one.',
  'next-key-refused': 'The first page of a list is answered, every further one refused.',
  'die-mid-page': 'The endpoint dies when the second page of a list is asked for.',
  'wrong-height': 'Questions about a height are answered for ten blocks before it.',
  disagree:
    'Hashes of blocks and states differ, and one open vote ends an hour later than it does.',
  'no-gov': 'The node knows no path of the governance module.',
  undecodable: 'What queries return is broken in the middle of a field.',
}

/** What an endpoint with this fault does, in one sentence. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'late':
      return `Every answer comes after ${fault.ms} ms.`
    case 'clock-skew':
      return fault.ms < 0
        ? `The node's clock is ${-fault.ms} ms behind.`
        : `The node's clock is ${fault.ms} ms ahead.`
    case 'socket-drop':
      return `Every WebSocket breaks off ${fault.ms} ms after it was opened.`
    case 'flap':
      return `The endpoint is up for ${fault.ms} ms, then down as long, and so on.`
    case 'lag':
      return `The node is ${fault.blocks} blocks behind the chain.`
    case 'ahead':
      return `The node tells of ${fault.blocks} blocks nobody else has.`
    case 'pruned':
      return `The node keeps only the newest ${fault.blocks} blocks and states.`
    case 'rate-limit-after':
      return `After ${fault.requests} requests everything is answered with HTTP 429.`
    case 'die-after':
      return `After ${fault.requests} requests every connection is reset.`
    case 'rate-limit':
      return fault.retryAfterS === undefined
        ? 'Everything is answered with HTTP 429.'
        : `Everything is answered with HTTP 429 and a wish to be left alone for ${fault.retryAfterS} s.`
    case 'halt':
      return fault.height === 'now'
        ? 'The node stops at the height the chain has now.'
        : `The node stops at height ${fault.height}.`
    default:
      return PLAIN[fault.kind]
  }
}
