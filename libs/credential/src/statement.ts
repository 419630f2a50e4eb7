import { digestSri, jcs } from './bytes.ts';
import { certificateContexts } from './contexts.ts';
import { CredentialError } from './credential-error.ts';
import { criteriaOf, genres, narrativeOf, sectionId, sectionName, type Section, type Signatory } from './form.ts';
import type { JsonObject } from './json.ts';
import { signableLine, signableProse, signableText } from './text-rules.ts';

export interface NextPhase extends Section {
  /** A date, `2027-06-30`. */
  readonly until?: string;
}

/** What a certificate says, before anybody signed. */
export interface Statement {
  /** Its address, for ever: https, or a urn. */
  readonly id: string;
  readonly title: string;
  /** One sentence for lists and wallets. */
  readonly summary: string;
  /** `en`, `pt-BR`. */
  readonly language: string;
  /** The instant from which it holds, `2026-11-25T09:00:00Z`. */
  readonly validFrom: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly url?: string };
  readonly recipient: { readonly id?: string; readonly name: string };
  /** The achievement of all certificates of one programme. */
  readonly programmeId: string;
  readonly version: number;
  /** The credential of the version before; given exactly when `version` is above 1. */
  readonly supersedes?: string;
  readonly sections: readonly Section[];
  readonly nextPhase?: NextPhase;
  readonly signatories: readonly Signatory[];
  readonly status: { readonly list: string; readonly index: number };
}

const maxSections = 20;
const maxSignatories = 20;
const schema = (name: string): JsonObject => ({
  id: `https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_${name}_schema.json`,
  type: '1EdTechJsonSchemaValidator2019',
});
export const endorsementSchema = schema('endorsementcredential');

/** The id of what one version of a certificate stands for. */
export const achievementId = (credentialId: string): string => `${credentialId}#achievement`;

/**
 * The OpenBadgeCredential (Open Badges 3.0 on VC Data Model 2.0) that signatories and issuer sign, without endorsements and proof.
 * Its JCS is `statement.json`. @throws CredentialError for texts and counts that may not be signed
 */
export const buildStatement = (given: Statement): JsonObject => {
  const statement = signable(given);
  const narrative = narrativeOf(allSections(statement));
  return {
    '@context': certificateContexts,
    id: statement.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: statement.title,
    issuer: profileOf(statement.issuer),
    validFrom: statement.validFrom,
    credentialSubject: {
      ...(statement.recipient.id ? { id: statement.recipient.id } : {}),
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: statement.recipient.name }],
      achievement: achievementOf(statement, narrative),
      narrative,
    },
    evidence: evidenceOf(statement),
    credentialSchema: [schema('achievementcredential')],
    credentialStatus: {
      id: `${statement.status.list}#${statement.status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(statement.status.index),
      statusListCredential: statement.status.list,
    },
  };
};

/** A credential without what was added after the statement. */
export const statementOf = (credential: JsonObject): JsonObject => {
  const { endorsement: _, proof: __, ...statement } = credential;
  return statement;
};

/** The bytes of `statement.json`, to be served to whoever may read the certificate. */
export const statementJson = (credential: JsonObject): string => jcs(statementOf(credential));

/** What each signatory signs: SHA-384 of the statement's JCS, which covers every word and its order. */
export const statementDigest = (credential: JsonObject): string => digestSri(statementOf(credential));

export const profileOf = ({ id, name, url, title }: { id: string; name: string; url?: string; title?: string }): JsonObject => ({
  id,
  type: ['Profile'],
  name,
  ...(url ? { url } : {}),
  ...(title ? { description: title } : {}),
});

const allSections = ({ sections, nextPhase }: Statement): readonly Section[] => (nextPhase ? [...sections, nextPhase] : sections);

const achievementOf = (statement: Statement, narrative: string): JsonObject => ({
  id: achievementId(statement.id),
  type: ['Achievement'],
  achievementType: 'Certificate',
  name: statement.title,
  description: statement.summary,
  inLanguage: statement.language,
  version: String(statement.version),
  criteria: { narrative: criteriaOf(narrative, statement.signatories) },
  related: [
    { id: statement.programmeId, type: ['Related'] },
    ...(statement.supersedes
      ? [{ id: achievementId(statement.supersedes), type: ['Related'], version: String(statement.version - 1) }]
      : []),
  ],
});

const evidenceOf = (statement: Statement): readonly JsonObject[] =>
  allSections(statement).map((section, index) => ({
    id: sectionId(statement.id, index + 1),
    type: ['Evidence'],
    name: sectionName(index + 1, section.heading),
    narrative: section.prose,
    genre: section === statement.nextPhase ? genres.nextPhase : genres.section,
    ...(section === statement.nextPhase && statement.nextPhase.until ? { description: `Until ${statement.nextPhase.until}` } : {}),
  }));

const signable = (given: Statement): Statement => {
  refuseCounts(given);
  const { until } = given.nextPhase ?? {};
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw new CredentialError('statement.until', { until });
  return {
    ...given,
    title: signableLine('title', given.title),
    summary: signableText('summary', given.summary),
    issuer: { ...given.issuer, name: signableLine('issuer.name', given.issuer.name) },
    recipient: { ...given.recipient, name: signableLine('recipient.name', given.recipient.name) },
    sections: given.sections.map((section, index) => signableSection(`sections.${index}`, section)),
    ...(given.nextPhase ? { nextPhase: { ...signableSection('nextPhase', given.nextPhase), until } } : {}),
    signatories: given.signatories.map((signatory, index) => signableSignatory(`signatories.${index}`, signatory)),
  };
};

const signableSection = (field: string, { heading, prose }: Section): Section => ({
  heading: signableLine(`${field}.heading`, heading),
  prose: signableProse(`${field}.prose`, prose),
});

const signableSignatory = (field: string, { id, name, title }: Signatory): Signatory => ({
  id,
  name: signableLine(`${field}.name`, name),
  // A title of blanks is none: empty texts are invalid.
  ...(title?.trim() ? { title: signableLine(`${field}.title`, title) } : {}),
});

const refuseCounts = ({ sections, signatories, version, supersedes, language, status }: Statement): void => {
  if (sections.length < 1 || sections.length > maxSections) throw new CredentialError('statement.sections', { most: maxSections });
  if (signatories.length < 1 || signatories.length > maxSignatories)
    throw new CredentialError('statement.signatories', { most: maxSignatories });
  if (new Set(signatories.map(({ id }) => id)).size < signatories.length) throw new CredentialError('statement.same-signatory');
  if (!Number.isSafeInteger(version) || version < 1) throw new CredentialError('statement.version', { version });
  if (version > 1 !== (supersedes !== undefined)) throw new CredentialError('statement.supersedes', { version });
  if (!/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(language)) throw new CredentialError('statement.language', { language });
  if (!Number.isSafeInteger(status.index) || status.index < 0) throw new CredentialError('statement.status-index', { index: status.index });
};
