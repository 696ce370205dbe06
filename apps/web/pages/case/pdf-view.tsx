import { Modal, Spin } from 'antd'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

GlobalWorkerOptions.workerSrc = workerAddress

type Props = { title: string; address: string; onClose: () => void }

/** A PDF read beside the case, page below page; drawn here, since the page may embed nothing. */
export default function PdfView({ title, address, onClose }: Props) {
  const { t } = useTexts()
  const [file, setFile] = useState<PDFDocumentProxy | null>(null)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const task = getDocument({ url: address, withCredentials: true })
    task.promise.then(setFile, () => setBroken(true))
    return () => void task.destroy()
  }, [address])
  return (
    <Modal open title={title} footer={<a href={address}>{t('common.download')}</a>} width={900} onCancel={onClose}>
      <div className="pdf">
        {isBroken && <p role="alert">{t('files.pdf.broken')}</p>}
        {!file && !isBroken && <Spin />}
        {file && pagesOf(file).map((number) => <PdfPage key={number} file={file} number={number} />)}
      </div>
    </Modal>
  )
}

const pagesOf = ({ numPages }: PDFDocumentProxy) => Array.from({ length: numPages }, (_, index) => index + 1)

/** Drawn when it comes near the window: a long report would take all memory at once. */
function PdfPage({ file, number }: { file: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const ground = canvas.current!
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      watch.disconnect()
      void draw(file, number, ground)
    })
    watch.observe(ground)
    return () => watch.disconnect()
  }, [file, number])
  return <canvas ref={canvas} className="pdf-page" />
}

async function draw(file: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<void> {
  const page = await file.getPage(number)
  const width = canvas.clientWidth * window.devicePixelRatio
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
  canvas.width = viewport.width
  canvas.height = viewport.height
  await page.render({ canvas, viewport }).promise
}
