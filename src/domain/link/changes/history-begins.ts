import type { Day } from '../../registry/aep.ts'

/**
 * The day of the AEP repository's first commit. What a document said on it was so before, and nobody wrote down since
 * when.
 */
export const HISTORY_BEGINS: Day = '2025-01-13'
