/** What stands around an exported drawing: files outlive the page. */
export interface DrawingCaption {
  readonly title: string
  readonly unit: string
  /** Where the figures come from. */
  readonly origin: string
}

const SVG = 'http://www.w3.org/2000/svg'

/** Properties that a drawing takes from the page's style sheets, which a file does not have. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

const MARGIN = 16
const HEAD = 44
const FOOT = 28

/** An SVG file of a drawing on the page, in the colours it has there, with title, unit and origin. */
export function composeDrawing(drawing: SVGSVGElement, caption: DrawingCaption): string {
  const { width, height } = drawing.getBoundingClientRect()
  const copy = copyResolved(drawing)
  const style = getComputedStyle(drawing)
  const paper = getComputedStyle(document.documentElement).backgroundColor
  const whole = document.createElementNS(SVG, 'svg')
  const [outerWidth, outerHeight] = [width + 2 * MARGIN, height + HEAD + FOOT]
  setAll(whole, {
    xmlns: SVG,
    width: outerWidth,
    height: outerHeight,
    viewBox: `0 0 ${outerWidth} ${outerHeight}`,
    'font-family': style.fontFamily,
  })
  const ground = document.createElementNS(SVG, 'rect')
  setAll(ground, { width: outerWidth, height: outerHeight, fill: paper })
  setAll(copy, { x: MARGIN, y: HEAD, width, height })
  whole.append(
    ground,
    line(caption.title, 20, 14, style.color, 650),
    line(caption.unit, 36, 11, style.color, 400),
    copy,
    line(caption.origin, HEAD + height + 18, 10, style.color, 400),
  )
  return new XMLSerializer().serializeToString(whole)
}

/** The same as a picture of twice as many pixels. @throws {Error} where the browser cannot draw it */
export async function rasterise(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no picture can be drawn here')
  context.scale(2, 2)
  context.drawImage(image, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the picture could not be written')
  return blob
}

function line(text: string, y: number, size: number, fill: string, weight: number): SVGElement {
  const element = document.createElementNS(SVG, 'text')
  setAll(element, { x: MARGIN, y, 'font-size': size, 'font-weight': weight, fill })
  element.textContent = text
  return element
}

/** A copy whose elements carry their looks themselves; of classes, styles and ids nothing is left. */
function copyResolved(drawing: SVGSVGElement): SVGElement {
  const copy = document.createElementNS(SVG, 'svg')
  const copyInto = (from: Element, to: Element) => {
    for (const child of from.childNodes) {
      if (child instanceof SVGElement) {
        const made = document.createElementNS(SVG, child.localName)
        for (const { name, value } of child.attributes) {
          if (!/^(class|style|id|tabindex|role|data-.*|aria-.*|on.*)$/.test(name)) {
            made.setAttribute(name, value)
          }
        }
        const style = getComputedStyle(child)
        for (const property of PROPERTIES) {
          made.setAttribute(property, style.getPropertyValue(property))
        }
        copyInto(child, made)
        to.append(made)
      } else if (child instanceof Text) to.append(child.data)
    }
  }
  copyInto(drawing, copy)
  return copy
}

function setAll(element: SVGElement, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value.toString())
  }
}
