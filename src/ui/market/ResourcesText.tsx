import { formatBinaryBytes, formatVcpus } from '../../domain/format-binary-bytes.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { exactGpu, formatGpu, formatGpuChoice } from '../../domain/market/metrics/gpu-kind.ts'
import { gpusOf, sumResources } from '../../domain/market/metrics/resource-sums.ts'
import type { LeasedResources, ResourceUnit } from '../../domain/market/resources.ts'
import { HostileText } from '../text/HostileText.tsx'

export interface ResourcesTextProps {
  readonly resources: LeasedResources
  /** Says where they are known from, if not from the bid. @default true */
  readonly isMarked?: boolean
}

/** What a lease holds, all units together: `4 vCPU, 8 GiB memory, 20 GiB storage, 1 × nvidia h100`. */
export function ResourcesText({ resources, isMarked = true }: ResourcesTextProps) {
  if (resources.from === 'not-known') return <span className="text-ink-3">not known</span>
  const { cpuMillis, memoryBytes, ephemeralBytes, persistentBytes } = sumResources(resources)
  const words = [
    ...resources.units.filter((unit) => gpusOf(unit) > 0n).map(formatGpus),
    formatVcpus(cpuMillis),
    `${formatBinaryBytes(memoryBytes)} memory`,
    `${formatBinaryBytes(ephemeralBytes + persistentBytes)} storage`,
  ]
  if (persistentBytes > 0n) words.push(`of it ${formatBinaryBytes(persistentBytes)} persistent`)
  return (
    <>
      <HostileText text={words.join(', ')} isCutSilently />
      {isMarked && resources.from === 'order' && (
        <small className="ms-1.5 text-xs text-ink-3">as the order asked</small>
      )}
    </>
  )
}

function formatGpus(unit: ResourceUnit): string {
  const gpu = exactGpu(unit)
  const name = gpu === undefined ? formatGpuChoice(unit) : formatGpu(gpu)
  return `${formatInteger(gpusOf(unit))} × ${name}`
}
