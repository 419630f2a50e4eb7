/** Puts a text on the clipboard, also where a browser reached by plain HTTP has no clipboard interface. */
export const copyText = async (words: string): Promise<void> => {
  if (window.isSecureContext) return navigator.clipboard.writeText(words);
  const field = document.createElement('textarea');
  field.value = words;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
};
