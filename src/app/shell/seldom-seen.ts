import { lazy } from 'react'

/** Screens few readers meet; they are no part of what a first visit loads. */
export const ConsentScreen = lazy(async () => {
  const { ConsentScreen } = await import('./ConsentScreen.tsx')
  return { default: ConsentScreen }
})

export const RefusedEndpoint = lazy(async () => {
  const { RefusedEndpoint } = await import('./RefusedEndpoint.tsx')
  return { default: RefusedEndpoint }
})

export const NoSuchPage = lazy(async () => {
  const { NoSuchPage } = await import('./NoSuchPage.tsx')
  return { default: NoSuchPage }
})

export const StandingBanner = lazy(async () => {
  const { StandingBanner } = await import('./StandingBanner.tsx')
  return { default: StandingBanner }
})

export const HaltLink = lazy(async () => {
  const { HaltLink } = await import('./HaltLink.tsx')
  return { default: HaltLink }
})
