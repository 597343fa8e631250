import type { ComponentType } from 'react'
import type { VirtualTableProps } from './VirtualTable.tsx'

/** For `lazy`: a table of rows of one kind, which comes when there is more to scroll through than a DataTable bears. */
export async function loadVirtualTable<Row>(): Promise<{
  readonly default: ComponentType<VirtualTableProps<Row>>
}> {
  const { VirtualTable } = await import('./VirtualTable.tsx')
  return { default: VirtualTable<Row> }
}
