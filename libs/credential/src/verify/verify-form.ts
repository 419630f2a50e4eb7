import { criteriaOf, narrativeOf, sectionId, sectionName, signatureId, signatureName, statementUrl } from '../form.ts';
import { hasType, idOf, objectOf, objectsIn, textOf, textsIn, type JsonObject } from '../json.ts';
import { achievementId, statementDigest } from '../statement.ts';
import { fails, holds, type Answer, type Check } from './check.ts';

/** A certificate in our form, as it was read; nothing here is proved. */
interface Parts {
  readonly id: string;
  readonly subject: JsonObject;
  readonly achievement: JsonObject;
  readonly evidence: readonly JsonObject[];
  readonly endorsements: readonly JsonObject[];
}

/** Whether a badge claims our form: it holds ids that only ours has. They are signed, so that nobody can take a badge out of it. */
export const isCertificate = (credential: JsonObject): boolean => {
  const id = idOf(credential.id);
  const texts = new Set(textsIn(credential));
  return id !== undefined && (texts.has(sectionId(id, 1)) || texts.has(statementUrl(id)));
};

/** One source text in three carriers, the order of its parts, its version. */
export const verifyForm = (credential: JsonObject): readonly Check[] => {
  const subject = objectOf(credential.credentialSubject) ?? {};
  const parts: Parts = {
    id: idOf(credential.id) ?? '',
    subject,
    achievement: objectOf(subject.achievement) ?? {},
    evidence: objectsIn(credential.evidence),
    endorsements: objectsIn(credential.endorsement),
  };
  return [
    { code: 'one-text', ...oneText(parts) },
    { code: 'section-order', ...sectionOrder(parts) },
    { code: 'signatory-order', ...signatoryOrder(parts) },
    { code: 'supersession', ...supersession(parts) },
  ];
};

/** Narrative, evidence and criteria are written again from their parts, put in the order that their ids say. */
const oneText = ({ id, subject, achievement, evidence, endorsements }: Parts): Answer => {
  const sections = inOrder(evidence, (position) => sectionId(id, position)).map((section, index) => ({
    heading: (textOf(section.name) ?? '').slice(sectionName(index + 1, '').length),
    prose: textOf(section.narrative) ?? '',
  }));
  const narrative = textOf(subject.narrative) ?? '';
  if (narrative !== narrativeOf(sections)) return fails('text.sections-differ', { sections: sections.length });
  const signatories = inOrder(endorsements, (position) => signatureId(id, position)).map(({ issuer }) => ({
    name: textOf(objectOf(issuer)?.name) ?? '',
    title: textOf(objectOf(issuer)?.description),
  }));
  if (textOf(objectOf(achievement.criteria)?.narrative) !== criteriaOf(narrative, signatories)) return fails('text.criteria-differ');
  return holds({ sections: sections.length });
};

const inOrder = (parts: readonly JsonObject[], idAt: (position: number) => string): readonly JsonObject[] => {
  const positions = new Map(parts.map((_, index) => [idAt(index + 1), index]));
  return parts.toSorted((a, b) => (positions.get(idOf(a.id) ?? '') ?? parts.length) - (positions.get(idOf(b.id) ?? '') ?? parts.length));
};

const sectionOrder = ({ id, evidence }: Parts): Answer => {
  const wrong = evidence.findIndex(
    (section, index) => section.id !== sectionId(id, index + 1) || !textOf(section.name)?.startsWith(sectionName(index + 1, '')),
  );
  return wrong === -1 ? holds({ sections: evidence.length }) : fails('sections.reordered', { position: wrong + 1 });
};

const signatoryOrder = ({ id, endorsements }: Parts): Answer => {
  if (endorsements.length === 0) return fails('signatories.missing');
  const wrong = endorsements.findIndex((endorsement, index) => {
    const name = signatureName(index + 1, endorsements.length, textOf(objectOf(endorsement.issuer)?.name) ?? '');
    return endorsement.id !== signatureId(id, index + 1) || endorsement.name !== name;
  });
  return wrong === -1 ? holds({ signatories: endorsements.length }) : fails('signatories.reordered', { position: wrong + 1 });
};

const supersession = ({ id, achievement }: Parts): Answer => {
  const version = Number(textOf(achievement.version));
  if (!Number.isSafeInteger(version) || version < 1 || achievement.id !== achievementId(id)) return fails('version.malformed');
  const before = objectsIn(achievement.related).find((related) => related.version !== undefined);
  if (version === 1) return before ? fails('version.predecessor', { version }) : holds({ version });
  const isNamed = before !== undefined && textOf(before.version) === String(version - 1);
  return isNamed
    ? holds({ version, supersedes: idOf(before.id)?.replace(/#achievement$/, '') ?? '' })
    : fails('version.predecessor', { version });
};

/** Whether an endorsement is of this very content: the digest for ours, the subject for those of others. */
export const verifyBinding = (credential: JsonObject, endorsement: JsonObject, isOurForm: boolean): Answer => {
  const about = idOf(objectOf(endorsement.credentialSubject)?.id);
  const id = idOf(credential.id);
  if (!hasType(endorsement, 'EndorsementCredential')) return fails('binding.no-endorsement');
  if (!isOurForm) {
    const achievement = objectOf(objectOf(credential.credentialSubject)?.achievement);
    const isAbout = about !== undefined && [id, idOf(achievement?.id), idOf(credential.issuer)].includes(about);
    return isAbout ? holds({ about, coversContent: false }) : fails('binding.of-another', { about: about ?? '' });
  }
  const resource = objectsIn(endorsement.relatedResource).find((one) => one.id === statementUrl(id ?? ''));
  if (about !== id || !resource) return fails('binding.of-another', { about: about ?? '' });
  const isSame = resource.digestSRI === statementDigest(credential);
  return isSame ? holds({ about: id ?? '', coversContent: true }) : fails('binding.other-content', { about: id ?? '' });
};
