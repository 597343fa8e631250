const PATHS = {
  alert: 'M8 2 15 14H1zM8 6.5v3.5M8 11.8v.4',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  chevron: 'm4 6 4 4 4-4',
  circle: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.7V8l2.3 1.4',
  close: 'm4 4 8 8m0-8-8 8',
  convert: 'M3 6h9L9.5 3.5M13 10H4l2.5 2.5',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  down: 'M8 3v10m-4-4 4 4 4-4',
  external: 'M6.5 3.5h-4v10h10v-4M9 2.5h4.5V7m0-4.5L7.5 8.5',
  fast: 'm3 4 4 4-4 4m5-8 4 4-4 4',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.3v3.6M8 5v.4',
  moon: 'M13 9.8A5.6 5.6 0 0 1 6.2 3a5.4 5.4 0 1 0 6.8 6.8z',
  screen: 'M2 3h12v8H2zM5.5 13.5h5',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4l3.4 3.4',
  sort: 'M5.5 3v10m-2.5-2.5L5.5 13 8 10.5M10.5 13V3M8 5.5 10.5 3 13 5.5',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1.1 1.1m7.8 7.8L13 13M3 13l1.1-1.1m7.8-7.8L13 3',
  up: 'M8 13V3M4 7l4-4 4 4',
} as const

export type IconName = keyof typeof PATHS

export interface IconProps {
  readonly name: IconName
  /** Draws the shape filled rather than outlined. @default false */
  readonly isFilled?: boolean
}

/** A sign beside words; it never stands for them, so it is hidden from screen readers. */
export function Icon({ name, isFilled = false }: IconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill={isFilled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="inline-block flex-none align-[-0.1em]"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
