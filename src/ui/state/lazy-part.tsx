import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/**
 * A part of a page whose code comes when it is shown. Where the code does not come, the part says so and the rest of
 * the page stays.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await load() }
    } catch {
      return { default: LostPart }
    }
  })
}

function LostPart() {
  return (
    <p role="alert" className="text-s text-ink-2">
      This part of the page did not load. Reload the page to try again.
    </p>
  )
}
