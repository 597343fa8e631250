import type { GpuModel, ResourceUnit } from '../resources.ts'
import { compareText } from './compare-text.ts'

/** The very GPU of a unit; undefined where it is left open: a wildcard, several models, or none named. */
export function exactGpu({ gpuModels }: ResourceUnit): GpuModel | undefined {
  const model = gpuModels[0]
  return gpuModels.length === 1 && model !== undefined && !isOpen(model) ? model : undefined
}

/** `any of nvidia a100, nvidia h100`, `any nvidia`, `any GPU`: sorted, so that the same choice reads the same. */
export function formatGpuChoice({ gpuModels }: ResourceUnit): string {
  const words = [...new Set(gpuModels.map(formatGpu))].toSorted(compareText)
  const [first = 'any GPU'] = words
  return words.length > 1 ? `any of ${words.join(', ')}` : first
}

/** `nvidia h100 80Gi sxm`, as the attribute path names it; `any nvidia` for a wildcard. */
export function formatGpu(gpu: GpuModel): string {
  const { vendor, model, memory, interface: socket } = gpu
  if (isAny(vendor)) return 'any GPU'
  const words = isAny(model) ? ['any', vendor] : [vendor, model]
  return [...words, memory, socket].filter((word) => word !== undefined).join(' ')
}

function isOpen({ vendor, model }: GpuModel): boolean {
  return isAny(vendor) || isAny(model)
}

function isAny(word: string): boolean {
  return word === '*' || word === ''
}
