import type { EditorialStatus } from './aep.ts'

const STATUSES: ReadonlyMap<string, EditorialStatus> = new Map([
  ['draft', 'Draft'],
  ['last call', 'Last Call'],
  ['accepted', 'Accepted'],
  ['final', 'Final'],
  ['final (core)', 'Final'],
  ['final (non-core)', 'Final'],
])

/** The status a document means, whatever its spelling (terms: akash-network/AEP `README.md`, "AEP Status Terms"). */
export function parseEditorialStatus(raw: string): EditorialStatus {
  return STATUSES.get(raw.trim().toLowerCase().replaceAll(/\s+/g, ' ')) ?? 'other'
}

/** Whether a status is written as most documents write it. */
export function isUsualSpelling(raw: string): boolean {
  const status = parseEditorialStatus(raw)
  return status === 'other' || status === raw
}
