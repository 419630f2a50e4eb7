/** Class names that apply, as one attribute. */
export const joinClasses = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
