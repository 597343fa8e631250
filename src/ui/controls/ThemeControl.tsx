import { Icon } from '../Icon.tsx'
import { SegmentedControl } from './SegmentedControl.tsx'

export type Theme = 'system' | 'light' | 'dark'

const OPTIONS = [
  { value: 'system', label: 'As the system', icon: <Icon name="screen" /> },
  { value: 'light', label: 'Light', icon: <Icon name="sun" /> },
  { value: 'dark', label: 'Dark', icon: <Icon name="moon" /> },
] as const

export interface ThemeControlProps {
  readonly value: Theme
  readonly onChange: (theme: Theme) => void
}

/** Light, dark or as the system has it. The caller puts `data-theme` on the root, or takes it off. */
export function ThemeControl({ value, onChange }: ThemeControlProps) {
  return (
    <SegmentedControl
      label="Theme"
      value={value}
      options={OPTIONS}
      onChange={onChange}
      isIconOnly
    />
  )
}
