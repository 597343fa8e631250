/** A path of the forwarder: which endpoint, and what at it. */
export interface RpcPath {
  readonly number: number
  /** '' or '/' and a method's name, as a node's GET interface has it. */
  readonly subpath: string
  /** Without the question mark. */
  readonly query: string
}

/** Reads `/rpc/0`, `/rpc/0/status?…`; undefined for the paths of the app. A malformed rpc path names endpoint −1. */
export function parseRpcPath(url: string): RpcPath | undefined {
  const mark = url.indexOf('?')
  const pathname = mark < 0 ? url : url.slice(0, mark)
  const query = mark < 0 ? '' : url.slice(mark + 1)
  if (pathname !== '/rpc' && !pathname.startsWith('/rpc/')) return undefined
  const [, number = '-1', subpath = ''] =
    /^\/rpc\/(\d{1,3})(?:\/|(\/[a-z_]{1,64}))?$/.exec(pathname) ?? []
  return { number: Number(number), subpath, query }
}
