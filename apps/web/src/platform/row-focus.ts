/** Moves the focus to the next or previous row of the list on the page: `j` and `k`. */
export const moveRowFocus = (step: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const index = rows.findIndex((row) => row === document.activeElement);
  rows[index === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, index + step))]?.focus();
};
