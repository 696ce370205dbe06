/** Outlines on a field of 24 by 24, drawn for this page. */
const PATHS: Record<string, string> = {
  home: 'M3 11 12 4l9 7v9h-6v-6H9v6H3z',
  tasks: 'M5 4h14v16H5zM8 9h8M8 13h8M8 17h5',
  map: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  messages: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 4-6 8-6s7 1 8 6',
  calendar: 'M4 6h16v15H4zM4 10h16M8 3v5M16 3v5',
  mark: 'M12 3 4 20h16zM12 9v6M9 20l3-5 3 5',
  shield: 'M12 3 5 6v6c0 4 3 7 7 9 4-2 7-5 7-9V6zM9 12l2 2 4-4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  satellite: 'M9 9l6 6M7 4l4 4-4 4-4-4zM17 12l4 4-4 4-4-4zM4 15a5 5 0 0 0 5 5M4 19a1 1 0 0 0 1 1',
  water: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z',
  house: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  tree: 'M12 3l5 7h-3l4 6H6l4-6H7zM12 16v5',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 16a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  flag: 'M6 21V4M6 5h12l-3 4 3 4H6',
  plus: 'M12 5v14M5 12h14',
  grip: 'M9 5v.1M15 5v.1M9 12v.1M15 12v.1M9 19v.1M15 19v.1',
}

export const MODULE_ICONS = [
  'calendar',
  'map',
  'mark',
  'shield',
  'search',
  'satellite',
  'water',
  'house',
  'tree',
  'camera',
  'flag',
]

/** A name that is not known here is drawn as a flag. */
export function Icon({ name, size = 24 }: { name: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={PATHS[name] ?? PATHS.flag} />
    </svg>
  )
}
