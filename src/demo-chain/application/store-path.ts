/** A read of a raw store. */
export interface StorePath {
  readonly store: string
  /** `key`, `subspace`, or what was written in their place. */
  readonly read: string
}

/** Reads a path such as `/store/gov/key`; undefined for a path to something else. */
export function parseStorePath(path: string): StorePath | undefined {
  const [root, store = '', ...rest] = path.replace(/^\//, '').split('/')
  return root === 'store' ? { store, read: rest.join('/') } : undefined
}
