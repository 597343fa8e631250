/**
 * What whoever serves this page wants it to start with: a JSON data block in index.html (`#skylight-config`). The local
 * server fills it for `npm start -- --rpc …`; other hosts may edit it by hand. An empty block is the default.
 */
export interface PageConfig {
  /** A network of `src/data/networks.ts`, by id. */
  readonly network?: string
  /** Endpoints to use instead of the network's. `url` may be a path on this host; `name` is what people read. */
  readonly endpoints?: readonly { readonly url: string; readonly name: string }[]
  /** A clock that stands still, for recordings (RFC 3339). */
  readonly now?: string
  /** `hash` for hosts that cannot send every path to index.html. */
  readonly history?: 'browser' | 'hash'
}

const INSTEAD = 'The default network is shown instead.'
const UNKNOWN_FORM = `The configuration in this page is not of the known form. ${INSTEAD}`

/** Reads the block. A block that is no valid config is reported and treated as empty, so that the page still opens. */
export function parsePageConfig(text: string | null): {
  readonly config: PageConfig
  readonly problem: string | undefined
} {
  if (text === null || text.trim() === '') return { config: {}, problem: undefined }
  try {
    const json: unknown = JSON.parse(text)
    return isPageConfig(json)
      ? { config: json, problem: undefined }
      : { config: {}, problem: UNKNOWN_FORM }
  } catch {
    return { config: {}, problem: `The configuration in this page is not valid JSON. ${INSTEAD}` }
  }
}

/** By hand, because a schema library would be a twentieth of what a first visit loads. */
function isPageConfig(json: unknown): json is PageConfig {
  if (!isRecord(json)) return false
  const { network, endpoints, now, history } = json
  return (
    (network === undefined || typeof network === 'string') &&
    (endpoints === undefined || (Array.isArray(endpoints) && endpoints.every(isEndpoint))) &&
    (now === undefined || typeof now === 'string') &&
    (history === undefined || history === 'browser' || history === 'hash')
  )
}

function isEndpoint(json: unknown): boolean {
  return (
    isRecord(json) &&
    typeof json.url === 'string' &&
    json.url !== '' &&
    typeof json.name === 'string'
  )
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
