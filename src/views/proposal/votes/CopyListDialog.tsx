import { useId, useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { SegmentedControl } from '../../../ui/controls/SegmentedControl.tsx'
import { Dialog } from '../../../ui/overlay/Dialog.tsx'
import { CopyButton } from '../../../ui/text/CopyButton.tsx'
import { formatSilentList, type ListFormat, type SilentList } from './silent-list.ts'

const FORMATS = [
  { value: 'plain', label: 'Plain' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'csv', label: 'CSV' },
] as const satisfies readonly { readonly value: ListFormat; readonly label: string }[]

export interface CopyListDialogProps {
  readonly list: SilentList
}

/** A button that opens the list of validators that have not voted as text, in three forms, ready to copy. */
export function CopyListDialog({ list }: CopyListDialogProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [format, setFormat] = useState<ListFormat>('plain')
  const id = useId()
  const text = isOpen ? formatSilentList(list, format) : ''
  return (
    <>
      <Button onClick={() => setIsOpen(true)} isDisabled={list.rows.length === 0}>
        Copy the list
      </Button>
      <Dialog
        isOpen={isOpen}
        title="Validators that have not voted"
        onClose={() => setIsOpen(false)}
        actions={<CopyButton text={text} what="list" isLabelled />}
      >
        <SegmentedControl<ListFormat>
          label="Format"
          value={format}
          options={FORMATS}
          onChange={setFormat}
        />
        <label htmlFor={id} className="sr-only">
          The list as text
        </label>
        <textarea
          id={id}
          readOnly
          value={text}
          rows={14}
          spellCheck={false}
          wrap="off"
          className="mt-3 block w-full resize-y rounded-m border border-edge bg-sunk p-2 font-mono text-xs"
        />
      </Dialog>
    </>
  )
}
