// Before the first paint: the theme that this browser used last, so that nothing flashes. Whoever follows the system turns dark with it.
(() => {
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const kept = localStorage.getItem('landbridge.theme') ?? 'system';
    const isDark = kept === 'dark' || (kept === 'system' && systemIsDark.matches);
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  };
  show();
  systemIsDark.addEventListener('change', show);
})();
