import { useTexts } from '../../ui/i18n/use-texts.ts'

/** A role in the reader's language; a bureau's own roles keep the title they were given. */
export function useRoleTitle(): (role: string, title?: string) => string {
  const { t, has } = useTexts()
  return (role, title) => (has(`role.${role}`) ? t(`role.${role}`) : (title ?? role))
}
