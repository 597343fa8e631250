import { Button } from '../../ui/controls/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'

export interface NodeActionsProps {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onTest: () => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: (() => void) | undefined
}

/** What one can do with one endpoint of the list. */
export function NodeActions({ name, isFirst, isLast, onTest, onMove, onRemove }: NodeActionsProps) {
  const isAlone = isFirst && isLast
  return (
    <div className="flex flex-wrap gap-1.5">
      {!isAlone && (
        <>
          <Button label={`Move ${name} up`} isDisabled={isFirst} onClick={() => onMove(-1)}>
            <Icon name="up" />
          </Button>
          <Button label={`Move ${name} down`} isDisabled={isLast} onClick={() => onMove(1)}>
            <Icon name="down" />
          </Button>
        </>
      )}
      <Button label={`Test now: ${name}`} onClick={onTest}>
        Test now
      </Button>
      {onRemove !== undefined && (
        <Button label={`Remove ${name}`} look="quiet" onClick={onRemove}>
          Remove
        </Button>
      )}
    </div>
  )
}
