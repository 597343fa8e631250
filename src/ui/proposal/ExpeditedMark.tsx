import { Icon } from '../Icon.tsx'

/** Marks a proposal with the short voting period and the higher threshold. */
export function ExpeditedMark() {
  return (
    <span
      className="whitespace-nowrap text-ink-2"
      title="Shorter vote, higher threshold and deposit. If it fails to pass it becomes a regular proposal and its votes are erased."
    >
      <Icon name="fast" /> expedited
    </span>
  )
}
