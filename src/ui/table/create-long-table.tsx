import { type ComponentType, lazy, Suspense } from 'react'
import { DataTable } from './DataTable.tsx'
import type { VirtualTableProps } from './VirtualTable.tsx'

/** Rows that fill any first screen. */
const FIRST_ROWS = 30

/** A VirtualTable that is loaded when it is drawn; its first rows stand there meanwhile. */
export function createLongTable<Row>(): ComponentType<VirtualTableProps<Row>> {
  const Virtual = lazy(async () => {
    const { VirtualTable } = await import('./VirtualTable.tsx')
    return { default: VirtualTable<Row> }
  })
  return function LongTable(props) {
    const first = <DataTable {...props} rows={props.rows.slice(0, FIRST_ROWS)} isFixed />
    return (
      <Suspense fallback={first}>
        <Virtual {...props} />
      </Suspense>
    )
  }
}
