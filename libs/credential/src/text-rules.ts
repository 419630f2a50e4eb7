import { CredentialError } from './credential-error.ts';
import { textsIn, type Json } from './json.ts';

/** Most characters (UTF-16) of one text in a statement: some forty pages. */
export const maxTextLength = 100_000;
const maxLineLength = 300;

// Canonicalisers write these differently, so that the same text would have two hashes. Lone surrogates have no UTF-8 at all.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * A text as it may be signed: in Unicode's normal form NFC, lines ended by a newline, blanks around it taken off.
 * @throws CredentialError `text.empty`, `text.too-long`, `text.forbidden-character`
 */
export const signableText = (field: string, text: string): string => {
  const fit = text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  if (fit === '') throw new CredentialError('text.empty', { field });
  if (fit.length > maxTextLength) throw new CredentialError('text.too-long', { field, most: maxTextLength });
  if (forbidden.test(fit)) throw new CredentialError('text.forbidden-character', { field });
  return fit;
};

/** The same for a name, title or heading: one line. @throws CredentialError also `text.not-one-line` */
export const signableLine = (field: string, text: string): string => {
  const fit = signableText(field, text);
  if (/[\n\t\u2028\u2029]/.test(fit)) throw new CredentialError('text.not-one-line', { field });
  if (fit.length > maxLineLength) throw new CredentialError('text.too-long', { field, most: maxLineLength });
  return fit;
};

/** Prose of a section: headings of the first two levels belong to the certificate's own form. @throws CredentialError also `text.heading` */
export const signableProse = (field: string, text: string): string => {
  const fit = signableText(field, text);
  if (/^ {0,3}(#{1,2}(\s|$)|-{3,}\s*$|={2,}\s*$)/m.test(fit)) throw new CredentialError('text.heading', { field });
  return fit;
};

/** Whether a document holds a character on which canonicalisers differ. */
export const hasForbiddenCharacter = (document: Json): boolean => textsIn(document).some((text) => forbidden.test(text));
