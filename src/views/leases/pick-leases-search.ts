const NAMES = [
  'state',
  'dseq',
  'tenant',
  'provider',
  'denom',
  'min',
  'max',
  'gpu',
  'older',
  'younger',
  'reason',
  'sort',
  'dir',
  'columns',
] as const

/** What the URL of the leases says, each part as plain text, so that links stay readable. */
export type LeasesSearch = { readonly [Name in (typeof NAMES)[number]]?: string | undefined }

/** Takes from the URL what the list knows of it. */
export function pickLeasesSearch(search: Record<string, unknown>): LeasesSearch {
  const picked: Record<string, string | undefined> = {}
  for (const name of NAMES) {
    const value = search[name]
    picked[name] = typeof value === 'string' && value !== '' ? value : undefined
  }
  return picked
}
