import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from '../Button.tsx'
import { useKitWords } from '../kitWords.ts'

type Props = { title: string; onClose: () => void; children: ReactNode; side?: 'bottom' | 'centre' }

/** A sheet while it is open. Focus stays inside; Escape and the veil close it. */
export function OpenSheet({ title, onClose, children, side = 'bottom' }: Props) {
  const w = useKitWords()
  const place = side === 'bottom' ? 'items-end tablet:items-center' : 'items-center'
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={`fixed inset-0 z-50 flex justify-center bg-[rgb(16_14_12/0.44)] animate-fade ${place}`}
    >
      <Modal className="max-h-[92dvh] w-full max-w-[35rem] overflow-y-auto rounded-t-12 bg-surface shadow-lift animate-rise tablet:mx-6 tablet:rounded-12">
        <Dialog className="p-4 pb-8 tablet:p-6">
          <div className="mb-3 flex items-center justify-between gap-4">
            <Heading slot="title" className="text-18">
              {title}
            </Heading>
            <IconButton icon="close" label={w.close} onPress={onClose} className="-mr-2" />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
