/** A GPU that providers of the demo market have. */
export interface CatalogueGpu {
  readonly vendor: string
  readonly model: string
  readonly memory: string
  readonly interface: string
  /** Of one, in millionths of a US dollar a block; as live leases of mainnet cost. */
  readonly price: number
}

function nvidia(model: string, memory: string, port: string, price: number): CatalogueGpu {
  return { vendor: 'nvidia', model, memory, interface: port, price }
}

export const GPU_CATALOGUE = [
  nvidia('rtx4090', '24Gi', 'pcie', 690),
  nvidia('h100', '80Gi', 'sxm', 2840),
  nvidia('a100', '80Gi', 'sxm', 1540),
  nvidia('rtx3090', '24Gi', 'pcie', 345),
  nvidia('t4', '16Gi', 'pcie', 200),
  nvidia('h200', '141Gi', 'sxm', 3890),
  nvidia('l40s', '48Gi', 'pcie', 1180),
  nvidia('rtx5090', '32Gi', 'pcie', 950),
  nvidia('a100', '80Gi', 'pcie', 1440),
  { vendor: 'amd', model: 'mi300x', memory: '192Gi', interface: '', price: 3230 },
] as const satisfies readonly CatalogueGpu[]

/** The path by which a provider or a bid names it. */
export function gpuPath({ vendor, model, memory, interface: port }: CatalogueGpu): string {
  const end = port === '' ? '' : `/interface/${port}`
  return `vendor/${vendor}/model/${model}/ram/${memory}${end}`
}

/** The path by which most orders ask for it. */
export function gpuModelPath({ vendor, model }: CatalogueGpu, isAnyModel: boolean): string {
  return `vendor/${vendor}/model/${isAnyModel ? '*' : model}`
}
