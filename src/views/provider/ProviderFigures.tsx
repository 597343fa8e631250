import { formatBinaryBytes, formatVcpus } from '../../domain/format-binary-bytes.ts'
import { HeldFigure } from '../../ui/market/HeldFigure.tsx'
import { HolderTiles, type HolderTilesProps } from '../../ui/market/HolderTiles.tsx'
import { NumberTile } from '../../ui/market/NumberTile.tsx'

const ALONE = 'Of this provider alone.'

/** What it leases out, and its part of the market. */
export function ProviderFigures(props: Omit<HolderTilesProps, 'of' | 'children'>) {
  const { holder, source, now } = props
  const held = { source, now, of: holder, note: ALONE }
  return (
    <HolderTiles {...props} of="provider">
      <NumberTile label="CPU and memory">
        <HeldFigure metric="leasedCpu" {...held}>
          {formatVcpus(holder.cpuMillis)}
        </HeldFigure>
        <span className="block text-m font-normal">
          <HeldFigure metric="leasedMemory" {...held}>
            {formatBinaryBytes(holder.memoryBytes)}
          </HeldFigure>
        </span>
      </NumberTile>
    </HolderTiles>
  )
}
