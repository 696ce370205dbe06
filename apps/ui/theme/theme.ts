import type { ThemeConfig } from 'antd'

/** The same as the custom properties of global.css. */
export const colors = {
  primary: '#1459b8',
  header: '#0d2d56',
  body: '#eef1f5',
  line: '#dde3ea',
  text: '#1b2733',
  quiet: '#5b6878',
  selection: '#0050ff',
  good: '#19763d',
  warning: '#a05500',
  bad: '#c62828',
  idle: '#7b8794',
} as const

/** Quiet and dense: one accent colour, no shadows, 4 px corners, controls of 30 px. */
export const theme: ThemeConfig = {
  token: {
    // Whoever has asked the system for less motion gets none (WCAG 2.3.3).
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: colors.primary,
    colorLink: colors.primary,
    colorInfo: colors.primary,
    colorSuccess: colors.good,
    colorWarning: colors.warning,
    colorError: colors.bad,
    // Derived washes of such dark seeds come out grey.
    colorSuccessBg: '#e9f6ee',
    colorSuccessBorder: '#a9d8ba',
    colorWarningBg: '#fff6e5',
    colorWarningBorder: '#efcf97',
    colorErrorBg: '#fdf0f0',
    colorErrorBorder: '#efb9b9',
    colorText: colors.text,
    colorTextSecondary: colors.quiet,
    colorTextTertiary: colors.quiet,
    colorTextDescription: colors.quiet,
    colorTextPlaceholder: '#66727f',
    colorBorder: '#c9d1da',
    colorBorderSecondary: colors.line,
    colorBgLayout: colors.body,
    borderRadius: 4,
    borderRadiusLG: 6,
    fontSize: 13,
    controlHeight: 30,
    lineHeight: 1.5385,
    boxShadow: 'none',
    boxShadowTertiary: 'none',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Source Han Sans SC', system-ui, sans-serif",
  },
  components: {
    Layout: {
      headerHeight: 48,
      headerBg: colors.header,
      siderBg: '#ffffff',
      bodyBg: colors.body,
      headerPadding: '0 16px',
    },
    Menu: { itemHeight: 36, itemSelectedBg: '#e3edfa', itemBorderRadius: 4, itemMarginInline: 8 },
    Table: {
      headerBg: '#f5f7fa',
      headerColor: '#38475a',
      cellPaddingBlockSM: 7,
      rowHoverBg: '#f5f9ff',
      rowSelectedBg: '#e8f1fd',
      headerSplitColor: 'transparent',
    },
    Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 24 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Card: { bodyPaddingSM: 12 },
    Form: { itemMarginBottom: 14, labelColor: '#38475a' },
    Descriptions: { itemPaddingBottom: 6 },
    Tooltip: { colorBgSpotlight: '#22303f' },
  },
}
