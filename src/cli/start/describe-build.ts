import type { AppBuild } from './build-app.ts'

/** One line on what building did. */
export function describeBuild({ isFresh, durationMs }: AppBuild): string {
  return isFresh
    ? `Built the app into dist in ${(durationMs / 1_000).toFixed(1)} s.`
    : 'The app in dist is up to date.'
}
