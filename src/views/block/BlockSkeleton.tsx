import { formatInteger } from '../../domain/format-integer.ts'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { Kicker, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** Rows of the header in their order; `FoundBlock` fills the same ones. */
export const BLOCK_ROWS = [
  ['time', 'Time'],
  ['proposer', 'Proposer'],
  ['transactions', 'Transactions'],
  ['round', 'Round'],
  ['hash', 'Hash'],
  ['previous', 'Hash of the block before'],
  ['app', 'App hash'],
  ['validators', 'Hash of the validator set'],
] as const

export function BlockSkeleton({ height }: { readonly height: bigint }) {
  return (
    <>
      <Kicker>Block</Kicker>
      <PageTitle>Block {formatInteger(height)}</PageTitle>
      <div className="mt-3 mb-6 max-w-measure text-l">
        <Skeleton lines={2} label={`block ${formatInteger(height)}`} />
      </div>
      <div className="mb-4 min-h-8" />
      <DefinitionList
        rows={BLOCK_ROWS.map(([key, label]) => ({
          key,
          label,
          value: <Skeleton widthClass="w-64 max-w-full" />,
        }))}
      />
      <Section title="Who signed it">
        <Skeleton lines={8} />
      </Section>
    </>
  )
}
