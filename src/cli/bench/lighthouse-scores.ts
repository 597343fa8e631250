import { atLeast, type Measurement, plain } from './finding.ts'

/** What Lighthouse gives the page, with its own simulated phone. `debuggingPort` is that of a running Chromium. */
export function lighthouseScores(url: string, debuggingPort: number): Measurement {
  return {
    heading: 'Lighthouse, mobile',
    async measure() {
      const { default: lighthouse } = await import('lighthouse')
      const result = await lighthouse(`${url}proposals`, {
        port: debuggingPort,
        output: 'json',
        logLevel: 'silent',
      })
      const categories = result?.lhr.categories ?? {}
      const score = (name: string) => Math.round((categories[name]?.score ?? Number.NaN) * 100)
      return [
        atLeast('accessibility', score('accessibility'), 100),
        atLeast('performance', score('performance'), 90),
        plain('best practices', score('best-practices')),
      ]
    },
  }
}
