import { useState } from 'react'
import { formatByteSize, formatHex } from '../../domain/format-bytes.ts'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../text/CopyButton.tsx'

export interface BytesViewProps {
  readonly bytes: Uint8Array
  /** Bytes shown before the reader asks for all. @default 256 */
  readonly limit?: number
}

/** Bytes as hexadecimal with their size; long ones are cut until asked for. */
export function BytesView({ bytes, limit = 256 }: BytesViewProps) {
  const [isWhole, setIsWhole] = useState(false)
  if (bytes.length === 0) return <span className="text-ink-3">0 bytes</span>
  const shown = isWhole ? bytes : bytes.subarray(0, limit)
  const isCut = shown.length < bytes.length
  return (
    <div>
      <div className="flex items-center gap-1.5 text-xs text-ink-3">
        {formatByteSize(bytes.length)}
        {isCut && `, first ${limit} shown`}
        <CopyButton text={formatHex(bytes)} what="bytes as hexadecimal" />
      </div>
      <code className="block max-h-72 overflow-auto bg-sunk p-2 text-xs break-all">
        {formatHex(shown)}
        {isCut && '…'}
      </code>
      {isCut && (
        <div className="mt-1">
          <Button look="quiet" onClick={() => setIsWhole(true)}>
            Show all {formatByteSize(bytes.length)}
          </Button>
        </div>
      )}
    </div>
  )
}
