import { Link } from '@tanstack/react-router'
import { formatCount } from '../../domain/format-integer.ts'
import { classNames } from '../../ui/class-names.ts'
import type { Dependencies } from './dependencies.ts'
import { layOutDependencies, NODE_HEIGHT, NODE_WIDTH } from './dependency-geometry.ts'

export interface DependencyGraphProps {
  readonly aep: number
  readonly dependencies: Dependencies
  /** Two words under a number: what its document says. */
  readonly statusOf: (aep: number) => string
}

/** What an AEP builds on, to its left, and what builds on it, to its right. The lists below say the same in words. */
export function DependencyGraph({ aep, dependencies, statusOf }: DependencyGraphProps) {
  const { width, height, nodes, arrows } = layOutDependencies(dependencies)
  const hasReplacement = arrows.some(({ kind }) => kind === 'replaces')
  const hasCycle = arrows.some(({ isBack }) => isBack)
  return (
    <figure>
      <div className="overflow-x-auto py-1">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg
          role="group"
          aria-label={`What AEP-${aep} builds on and what builds on it`}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className="block max-w-none"
        >
          {arrows.map(({ key, path, head, kind, isBack }) => (
            <g key={key} className={isBack ? 'text-warn' : 'text-ink-2'}>
              <path
                d={path}
                fill="none"
                stroke="currentColor"
                strokeWidth={1.5}
                strokeDasharray={kind === 'replaces' ? '5 4' : undefined}
              />
              <polygon points={head} fill="currentColor" />
            </g>
          ))}
          {nodes.map((node) => {
            const isOwn = node.aep === aep
            const status = statusOf(node.aep)
            const drawing = (
              <>
                <rect
                  x={node.x}
                  y={node.y}
                  width={NODE_WIDTH}
                  height={NODE_HEIGHT}
                  rx={5}
                  strokeWidth={isOwn ? 2 : 1}
                  className={classNames('fill-sheet', isOwn ? 'stroke-accent' : 'stroke-edge')}
                />
                <text
                  x={node.x + NODE_WIDTH / 2}
                  y={node.y + 17}
                  textAnchor="middle"
                  className="fill-ink text-s font-semibold"
                >
                  AEP-{node.aep}{' '}
                </text>
                <text
                  x={node.x + NODE_WIDTH / 2}
                  y={node.y + 32}
                  textAnchor="middle"
                  className="fill-ink-2 text-[11px]"
                >
                  {status}
                </text>
              </>
            )
            return isOwn ? (
              <g key={node.aep}>{drawing}</g>
            ) : (
              <Link
                key={node.aep}
                to="/aeps/$number"
                params={{ number: node.aep.toString() }}
                search={{}}
              >
                {drawing}
              </Link>
            )
          })}
        </svg>
      </div>
      <figcaption className="text-xs text-ink-3">
        Arrows run from what is needed to what needs it
        {hasReplacement && ', broken ones from what is replaced to what replaces it'}
        {hasCycle && '; those that run back close a circle, which no order can satisfy'}.
        {dependencies.undrawn > 0 && ` ${formatCount(dependencies.undrawn, 'AEP')} more not drawn.`}
      </figcaption>
    </figure>
  )
}
