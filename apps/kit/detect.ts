import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

const formats = ['ean_13', 'ean_8', 'upc_a', 'code_128', 'qr_code'] as const
type Detector = { detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]> }
type Native = { new (options: { formats: readonly string[] }): Detector; getSupportedFormats(): Promise<string[]> }

/** Reads bar codes and QR codes from a picture: by the browser itself where it can, else by a reader fetched from us when first needed. */
export async function detector(): Promise<Detector> {
  const native = (globalThis as { BarcodeDetector?: Native }).BarcodeDetector
  const known = (await native?.getSupportedFormats().catch(() => [])) ?? []
  if (native && formats.every((format) => known.includes(format))) return new native({ formats })
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill')
  prepareZXingModule({ overrides: { locateFile: () => wasm } })
  return new BarcodeDetector({ formats: [...formats] })
}
