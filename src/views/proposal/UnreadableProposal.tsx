import type { Source } from '../../domain/source.ts'
import { BytesView } from '../../ui/message/BytesView.tsx'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

export interface UnreadableProposalProps {
  readonly id: bigint
  readonly reason: string
  readonly bytes: Uint8Array | undefined
  readonly source: Source
  readonly now: Date
}

/** A proposal the chain has and this app cannot decode: its bytes are shown, nothing is guessed. */
export function UnreadableProposal({ id, reason, bytes, source, now }: UnreadableProposalProps) {
  return (
    <>
      <Kicker>Proposal {id.toString()}</Kicker>
      <PageTitle>This proposal cannot be decoded</PageTitle>
      <Lede>
        The chain has it, in a form this app does not know (
        <HostileText text={reason} limit={200} />
        ). A newer build may.
      </Lede>
      {bytes !== undefined && <BytesView bytes={bytes} />}
      <SourceNote source={source} now={now} />
    </>
  )
}
