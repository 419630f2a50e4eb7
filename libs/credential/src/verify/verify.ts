import { sha256Of, toHex, utf8 } from '../bytes.ts';
import { hasType, idOf, isCompact, isObject, listOf, objectOf, objectsIn, textOf, type JsonObject } from '../json.ts';
import { hasForbiddenCharacter } from '../text-rules.ts';
import { fails, holds, unknown, type Answer, type Check, type Facts, type Resolver } from './check.ts';
import { checkDataModel } from './data-model.ts';
import { isCertificate, verifyBinding, verifyForm } from './verify-form.ts';
import { verifyProof } from './verify-proof.ts';
import { verifyStatus } from './verify-status.ts';

export interface VerifyOptions {
  readonly resolver: Resolver;
  readonly now: Date;
  /** Whom the badge is said to be for; without it the check tells the name and compares nothing. */
  readonly recipient?: { readonly type: string; readonly value: string };
}

/** `valid` when everything holds, `invalid` when anything fails, else `undetermined`. */
export type Verdict = 'valid' | 'invalid' | 'undetermined';

export interface Verification {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
}

const skewMs = 300_000;
const maxEndorsements = 50;

/** Checks a badge of Open Badges 3.0, ours or another's, question by question. Never fetches; asks the resolver for what is not in it. */
export const verifyCredential = async (credential: JsonObject, options: VerifyOptions): Promise<Verification> => {
  const document = checkDocument(credential);
  if (document.outcome !== 'holds') return concluded([{ code: 'document', ...document }]);
  const isOurs = isCertificate(credential);
  return concluded([
    { code: 'document', ...document, facts: { isCertificate: isOurs } },
    { code: 'data-model', ...checkDataModel(credential) },
    { code: 'issuer-proof', ...withName(await verifyProof(credential, options), credential.issuer) },
    ...(await verifySignatures(credential, isOurs, options)),
    ...(isOurs ? verifyForm(credential) : []),
    { code: 'status', ...(await statusOf(credential, isOurs, options)) },
    { code: 'dates', ...verifyDates(credential, options.now) },
    { code: 'recipient', ...verifyRecipient(credential, options.recipient) },
  ]);
};

export const concluded = (checks: readonly Check[]): Verification => {
  if (checks.some(({ outcome }) => outcome === 'fails')) return { verdict: 'invalid', checks };
  return { verdict: checks.every(({ outcome }) => outcome === 'holds') ? 'valid' : 'undetermined', checks };
};

const checkDocument = (credential: JsonObject): Answer => {
  if (
    hasType(credential, 'EndorsementCredential') ||
    !(hasType(credential, 'OpenBadgeCredential') || hasType(credential, 'AchievementCredential'))
  )
    return fails('document.no-badge');
  if (hasForbiddenCharacter(credential)) return fails('text.forbidden-character');
  if (!isCompact(credential)) return unknown('document.not-compact');
  const endorsements = listOf(credential.endorsement);
  if (endorsements.length > maxEndorsements) return fails('document.too-many-endorsements', { most: maxEndorsements });
  return endorsements.every(isObject) ? holds() : fails('document.malformed-endorsement');
};

const verifySignatures = async (credential: JsonObject, isOurs: boolean, options: VerifyOptions): Promise<readonly Check[]> => {
  const checks: Check[] = [];
  for (const [index, endorsement] of objectsIn(credential.endorsement).entries()) {
    const issuer = objectOf(endorsement.issuer);
    const facts = {
      position: index + 1,
      name: textOf(issuer?.name) ?? '',
      title: textOf(issuer?.description) ?? '',
      at: textOf(endorsement.validFrom) ?? '',
    };
    const about = (answer: Answer): Answer => ({ ...answer, facts: { ...answer.facts, ...facts } });
    checks.push(
      { code: 'signature-proof', ...about(await verifySignature(endorsement, options)) },
      { code: 'signature-binding', ...about(verifyBinding(credential, endorsement, isOurs)) },
    );
    if (endorsement.credentialStatus !== undefined)
      checks.push({ code: 'signature-status', ...about(await verifyStatus(endorsement, options)) });
  }
  return checks;
};

const verifySignature = async (endorsement: JsonObject, options: VerifyOptions): Promise<Answer> => {
  const first = [checkDataModel(endorsement), verifyDates(endorsement, options.now)].find(({ outcome }) => outcome !== 'holds');
  return first ?? verifyProof(endorsement, options);
};

/** Every certificate of ours can be revoked, so that one without a status entry was made by somebody else. */
const statusOf = async (credential: JsonObject, isOurs: boolean, options: VerifyOptions): Promise<Answer> =>
  isOurs && credential.credentialStatus === undefined ? fails('status.missing') : verifyStatus(credential, options);

const verifyDates = ({ validFrom, validUntil }: JsonObject, now: Date): Answer => {
  const facts: Facts = { validFrom: textOf(validFrom) ?? '', validUntil: textOf(validUntil) ?? '' };
  if (typeof validFrom === 'string' && !(Date.parse(validFrom) <= now.getTime() + skewMs)) return fails('dates.not-yet', facts);
  if (typeof validUntil === 'string' && !(Date.parse(validUntil) > now.getTime())) return fails('dates.expired', facts);
  return holds(facts);
};

/** Open Badges 3.0, §8.1 and §8.3: a badge is for somebody; a known identifier is compared, hashed where the badge hashes. */
const verifyRecipient = (credential: JsonObject, known: VerifyOptions['recipient']): Answer => {
  const subject = objectOf(credential.credentialSubject) ?? {};
  const identifiers = objectsIn(subject.identifier);
  const id = idOf(subject.id) ?? '';
  const named = identifiers.find((one) => one.identityType === 'name' && one.hashed !== true);
  const facts = { name: textOf(named?.identityHash) ?? '', id };
  if (id === '' && identifiers.length === 0) return fails('recipient.missing');
  if (!known) return holds({ ...facts, isCompared: false });
  if (known.type === 'id') return known.value === id ? holds({ ...facts, isCompared: true }) : fails('recipient.another', facts);
  const ofType = identifiers.filter((one) => one.identityType === known.type);
  if (ofType.length === 0) return unknown('recipient.no-such-identifier', { ...facts, type: known.type });
  return ofType.some((one) => isSameIdentity(one, known.value)) ? holds({ ...facts, isCompared: true }) : fails('recipient.another', facts);
};

const isSameIdentity = ({ hashed, identityHash, salt }: JsonObject, value: string): boolean => {
  const text = value.normalize('NFC');
  if (hashed !== true) return textOf(identityHash)?.normalize('NFC') === text;
  return identityHash === `sha256$${toHex(sha256Of(utf8(`${text}${textOf(salt) ?? ''}`)))}`;
};

const withName = (answer: Answer, issuer: JsonObject['issuer']): Answer => ({
  ...answer,
  facts: { ...answer.facts, issuer: idOf(issuer) ?? '', name: textOf(objectOf(issuer)?.name) ?? '' },
});
