import { RowsSkeleton } from '../../ui/table/RowsSkeleton.tsx'

/** The table's own shape while its rows are on their way. */
export function AepRowsSkeleton() {
  return <RowsSkeleton rows={14} heightClass="h-[55px]" firstClass="w-10" />
}
