import { Icon } from '../../../ui/components/field-icon.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TaskSummary } from '../use-task-summary.ts'
import type { PoolModule } from './use-pool.ts'

/** 首页模块: what one has chosen, each with how many of its tasks wait; the last leads to the pool. */
export function ModuleGrid({ modules, tasks }: { modules: PoolModule[]; tasks: TaskSummary }) {
  const { t, words } = useTexts()
  return (
    <ul className="modules">
      {modules.map((module) => {
        const count = module.businesses.reduce((sum, business) => sum + (tasks.openBy.get(business) ?? 0), 0)
        return (
          <li key={module.code}>
            <a className="module" href={`#/tasks/todo/${module.businesses.map(encodeURIComponent).join(',')}`}>
              <span className="module-icon" style={{ background: module.colour }}>
                <Icon name={module.icon} size={28} />
                {count > 0 && <span className="count-badge">{count}</span>}
              </span>
              {words(module.name)}
            </a>
          </li>
        )
      })}
      <li>
        <a className="module" href="#/pool">
          <span className="module-icon module-add">
            <Icon name="plus" size={28} />
          </span>
          {t('field.home.arrange')}
        </a>
      </li>
    </ul>
  )
}
