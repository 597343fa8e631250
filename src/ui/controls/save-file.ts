import type { ExportFile } from '../../domain/export-file.ts'

/** Hands the reader a file made in the page; nothing is sent anywhere. */
export function saveFile({ name, type, text }: ExportFile): void {
  saveBlob(name, new Blob([text], { type }))
}

/** The same of bytes, as of a picture. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name.replaceAll(/[^\w.-]+/g, '_')
  link.click()
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
