import type { Figure } from '../../domain/figure.ts'

/** A figure that was told before the time of its block was, with the time. */
export function datedFigure<T>(figure: Figure<T>, time: Date): Figure<T> {
  return figure.kind === 'known' && figure.source.time === undefined
    ? { ...figure, source: { ...figure.source, time } }
    : figure
}
