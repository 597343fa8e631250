import { FigureTable } from '../../market/FigureTable.tsx'
import type { ChartTableData } from './ChartFrame.tsx'

/** The figures behind a chart: the first column names the rows. */
export function ChartTable({
  label,
  table: { header, rows },
}: {
  readonly label: string
  readonly table: ChartTableData
}) {
  return (
    <FigureTable
      label={label}
      header={header}
      rows={rows.map(([name = '', ...cells]) => ({
        key: [name, ...cells].join('|'),
        name,
        cells,
      }))}
    />
  )
}
