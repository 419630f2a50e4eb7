// Before the first paint: the theme that this browser used last, so that nothing flashes.
(() => {
  const kept = localStorage.getItem('landbridge.theme') ?? 'system';
  const isDark = kept === 'dark' || (kept === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
})();
