import { hasType, idOf, isObject, listOf, objectOf, objectsIn, textOf, type Json, type JsonObject } from '../json.ts';
import { decodeBits, isSet, leastEntries } from '../status-list.ts';
import { answerOf, fails, holds, unknown, type Answer, type Resolver } from './check.ts';
import { checkDataModel } from './data-model.ts';
import { verifyProof } from './verify-proof.ts';

export interface StatusOptions {
  readonly resolver: Resolver;
  readonly now: Date;
}

/** Purposes whose set bit speaks against a credential; others only tell something. */
const against: Readonly<Record<string, string>> = { revocation: 'status.revoked', suspension: 'status.suspended' };

/** Whether a credential was revoked or suspended (Bitstring Status List v1.0, §3.2). */
export const verifyStatus = async (credential: JsonObject, options: StatusOptions): Promise<Answer> => {
  const entries = listOf(credential.credentialStatus);
  if (entries.length === 0) return holds({ isRevocable: false });
  if (entries.length > 8) return fails('status.malformed');
  const answers: Answer[] = [];
  for (const entry of entries) answers.push(await verifyEntry(credential, entry, options));
  return answers.find(({ outcome }) => outcome === 'fails') ?? answers.find(({ outcome }) => outcome !== 'holds') ?? answers[0] ?? holds();
};

const verifyEntry = async (credential: JsonObject, entry: Json, options: StatusOptions): Promise<Answer> => {
  if (!isObject(entry)) return fails('status.malformed');
  if (!hasType(entry, 'BitstringStatusListEntry')) return unknown('status.unsupported', { type: String(listOf(entry.type)[0]) });
  const url = textOf(entry.statusListCredential);
  const index = textOf(entry.statusListIndex);
  const purpose = textOf(entry.statusPurpose);
  if (!url || !purpose || !index || !/^\d{1,9}$/.test(index)) return fails('status.malformed');
  if (entry.statusSize !== undefined && entry.statusSize !== 1) return unknown('status.unsupported', { type: 'statusSize' });
  const list = await options.resolver.statusList(url);
  if (!list) return unknown('status.no-answer', { list: url });
  const refusal = await refusalOfList(credential, list, { ...options, url, purpose });
  if (refusal) return refusal;
  return readBit(list, { url, index: Number(index), purpose, now: options.now });
};

const refusalOfList = async (
  credential: JsonObject,
  list: JsonObject,
  { url, purpose, resolver, now }: StatusOptions & { url: string; purpose: string },
): Promise<Answer | undefined> => {
  const facts = { list: url };
  if (list.id !== url || !hasType(list, 'BitstringStatusListCredential')) return fails('status.list-exchanged', facts);
  if (checkDataModel(list).outcome !== 'holds') return fails('status.list-malformed', facts);
  if (idOf(list.issuer) !== idOf(credential.issuer)) return fails('status.list-of-another', facts);
  const subject = objectOf(list.credentialSubject);
  if (!subject || !hasType(subject, 'BitstringStatusList')) return fails('status.list-malformed', facts);
  if (!listOf(subject.statusPurpose).includes(purpose)) return fails('status.list-of-other-purpose', facts);
  const proof = await verifyProof(list, { resolver, now });
  if (proof.outcome === 'holds') return undefined;
  return { ...proof, reason: `status.list-${proof.reason}`, facts: { ...proof.facts, ...facts } };
};

const readBit = (list: JsonObject, { url, index, purpose, now }: { url: string; index: number; purpose: string; now: Date }): Answer => {
  const validFrom = textOf(list.validFrom);
  const validUntil = textOf(list.validUntil);
  const facts = { list: url, controller: idOf(list.issuer) ?? '', index, listedAt: validFrom ?? '', validUntil: validUntil ?? '' };
  try {
    const bits = decodeBits(textOf(objectsIn(list.credentialSubject)[0]?.encodedList) ?? '');
    if (bits.length * 8 < leastEntries) return fails('status.list-too-short', facts);
    if (index >= bits.length * 8) return fails('status.index', facts);
    const reason = against[purpose];
    // Nothing is ever un-revoked, so that an old list speaks for a revocation, but not against one.
    if (reason && isSet(bits, index)) return fails(reason, facts);
    if (validUntil && Date.parse(validUntil) <= now.getTime()) return unknown('status.list-expired', facts);
    if (validFrom && Date.parse(validFrom) > now.getTime() + 300_000) return unknown('status.list-not-yet', facts);
    return holds({ ...facts, isRevocable: true });
  } catch (error) {
    return answerOf(error);
  }
};
