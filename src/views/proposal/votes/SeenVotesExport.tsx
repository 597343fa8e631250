import { useState } from 'react'
import type { SeenVotes } from '../../../domain/seen-votes.ts'
import { useChain } from '../../../queries/chain.ts'
import { loadAllSeenVotes } from '../../../queries/seen-votes.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { saveFile } from '../../../ui/controls/save-file.ts'
import { composeSeenCsv, composeSeenJson } from './seen-export.ts'

export interface SeenVotesExportProps {
  /** Of the proposal on screen; undefined where nothing of it was seen. */
  readonly seen: SeenVotes | undefined
  readonly chainId: string
}

/** Saves what this browser has seen of votes, for nobody else may still have it. */
export function SeenVotesExport({ seen, chainId }: SeenVotesExportProps) {
  const chain = useChain()
  const [isNothingKept, setIsNothingKept] = useState(false)
  const saveAll = async () => {
    const all = await loadAllSeenVotes(chain, chainId).catch(() => [])
    setIsNothingKept(all.length === 0)
    if (all.length > 0) saveFile(composeSeenJson(chainId, `seen-votes-${chainId}`, all))
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      {seen !== undefined && (
        <>
          <Button onClick={() => saveFile(composeSeenJson(chainId, nameOf(chainId, seen), [seen]))}>
            Save as JSON
          </Button>
          <Button onClick={() => saveFile(composeSeenCsv(chainId, nameOf(chainId, seen), seen))}>
            Save as CSV
          </Button>
        </>
      )}
      <Button look="quiet" onClick={() => void saveAll()}>
        Save everything this browser has seen (JSON)
      </Button>
      <span role="status" className="text-s text-ink-2">
        {isNothingKept && 'This browser has seen no votes of this chain.'}
      </span>
    </div>
  )
}

function nameOf(chainId: string, { proposalId, lastHeight }: SeenVotes): string {
  return `seen-votes-${chainId}-${proposalId}-${lastHeight}`
}
