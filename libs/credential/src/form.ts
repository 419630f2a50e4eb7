/**
 * The form of a certificate: one source text in three carriers. Issuing writes it, verifying writes it again and compares; nothing is
 * ever parsed back out of prose. Array order is not covered by the proofs, so that order stands in names and text.
 */
export interface Section {
  readonly heading: string;
  /** Markdown. */
  readonly prose: string;
}

export interface Signatory {
  /** The controller whose key signs. */
  readonly id: string;
  readonly name: string;
  /** Left out when there is none. */
  readonly title?: string;
}

/** The full text: one literal, so that its order is signed. */
export const narrativeOf = (sections: readonly Section[]): string =>
  sections.map(({ heading, prose }) => `## ${heading}\n\n${prose}`).join('\n\n');

/** The full text and who signs, in order: the common wallets show nothing else. */
export const criteriaOf = (narrative: string, signatories: readonly Omit<Signatory, 'id'>[]): string =>
  `${narrative}\n\n---\n\n${signatories.map(({ name, title }, index) => `${index + 1}. ${title ? `${name}, ${title}` : name}`).join('\n')}`;

export const sectionId = (credentialId: string, position: number): string => `${credentialId}#section-${position}`;

export const sectionName = (position: number, heading: string): string => `${position}. ${heading}`;

export const signatureId = (credentialId: string, position: number): string => `${credentialId}#signature-${position}`;

export const signatureName = (position: number, of: number, name: string): string => `Signature ${position} of ${of}: ${name}`;

export const statementUrl = (credentialId: string): string => `${credentialId}/statement.json`;

export const genres = { section: 'section', nextPhase: 'next phase' } as const;
