export type Theme = 'system' | 'light' | 'dark';

const key = 'landbridge.theme';

/** Shows a theme now and keeps it for the next start (`public/theme.js` reads it before the first paint). */
export const showTheme = (theme: Theme): void => {
  localStorage.setItem(key, theme);
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
};
