import { MenuOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { MenuParts } from './side-menu.tsx'

/** On a phone the navigation stands behind a button and takes no width from the page; names in full, closed by going. */
export function PhoneMenu() {
  const { t } = useTexts()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone to another page is done with the menu
  useEffect(() => setOpen(false), [pathname])
  return (
    <>
      <button
        type="button"
        className="shell-menu"
        aria-label={t('web.menu.open')}
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <MenuOutlined />
      </button>
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="left" size={260} title={t('web.navigation')}>
        <nav className="shell-drawer" aria-label={t('web.navigation')}>
          <MenuParts />
        </nav>
      </Drawer>
    </>
  )
}
