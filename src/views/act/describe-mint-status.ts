import type { BmeStatus } from '../../domain/market/market.ts'

/** The state of minting: its name, a sentence, and how much it matters. */
export interface MintStatusWords {
  readonly name: string
  readonly sentence: string
  readonly tone: 'good' | 'warn' | 'bad' | 'plain'
}

/** The module's status in words; one without a name keeps its number. */
export function describeMintStatus({ status }: Pick<BmeStatus, 'status'>): MintStatusWords {
  switch (status) {
    case 'mint_status_healthy':
      return { name: 'Healthy', sentence: 'ACT is minted as usual.', tone: 'good' }
    case 'mint_status_warning':
      return {
        name: 'Warning',
        sentence: 'The collateral ratio is below the warning threshold; ACT is still minted.',
        tone: 'warn',
      }
    case 'mint_status_halt_cr':
      return {
        name: 'Halted: collateral',
        sentence: 'The collateral ratio is below the halt threshold, so no ACT is minted.',
        tone: 'bad',
      }
    case 'mint_status_halt_oracle':
      return {
        name: 'Halted: oracle',
        sentence: 'The oracle has no price that can be trusted, so no ACT is minted.',
        tone: 'bad',
      }
    case 'mint_status_unspecified':
      return { name: 'Not said', sentence: 'The module keeps no status.', tone: 'plain' }
    default:
      return {
        name: `Status ${status.slice('unknown '.length)}`,
        sentence: 'This page has no name for the status.',
        tone: 'plain',
      }
  }
}
