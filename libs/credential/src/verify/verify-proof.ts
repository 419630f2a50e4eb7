import { fromBase58 } from '../bytes.ts';
import { verifyEd25519 } from '../ed25519.ts';
import { hasType, idOf, isObject, listOf, textOf, type JsonObject } from '../json.ts';
import { bytesToSign, cryptosuite } from '../proof.ts';
import { answerOf, fails, holds, unknown, type Answer, type Resolver } from './check.ts';
import { controllerOf, findKey } from './controller.ts';
import { isInstant } from './data-model.ts';

export interface ProofOptions {
  readonly resolver: Resolver;
  readonly now: Date;
  /** What the proof must have been made for. */
  readonly purpose?: 'assertionMethod' | 'authentication';
  /** Who must have signed; the issuer by default. */
  readonly signedBy?: string;
  /** More contexts than ours, for the vectors of others. */
  readonly contexts?: ReadonlyMap<string, object>;
}

/** Whether each eddsa-rdfc-2022 proof of a document holds, and was made by a key of whoever issued it. */
export const verifyProof = async (document: JsonObject, options: ProofOptions): Promise<Answer> => {
  const proofs = listOf(document.proof);
  if (proofs.length === 0) return fails('proof.missing');
  if (proofs.length > 8) return fails('proof.too-many', { most: 8 });
  if (!proofs.every(isObject)) return fails('proof.malformed');
  const readable = proofs.filter((proof) => hasType(proof, 'DataIntegrityProof') && proof.cryptosuite === cryptosuite);
  if (readable.length === 0) return unknown('proof.unsupported', { type: String(proofs[0]?.cryptosuite ?? proofs[0]?.type) });
  const answers = await Promise.all(readable.map((proof) => verifyOne(document, proof, options)));
  return (
    answers.find(({ outcome }) => outcome === 'fails') ??
    answers.find(({ outcome }) => outcome !== 'holds') ??
    answers[0] ??
    unknown('proof.unsupported')
  );
};

const verifyOne = async (document: JsonObject, proof: JsonObject, options: ProofOptions): Promise<Answer> => {
  const { resolver, now, contexts } = options;
  const methodId = idOf(proof.verificationMethod);
  const signature = signatureIn(proof);
  if (!methodId || !signature) return fails('proof.malformed');
  if (proof.previousProof !== undefined) return unknown('proof.chained');
  const refusal = refusalOf(document, proof, methodId, options);
  if (refusal) return refusal;
  const found = await findKey(methodId, resolver, now);
  if ('answer' in found) return found.answer;
  try {
    const isSigned = await verifyEd25519(found.publicKey, await bytesToSign(document, proof, contexts), signature);
    const facts = { controller: controllerOf(methodId), key: methodId, created: textOf(proof.created) ?? '' };
    return isSigned ? holds(facts) : fails('proof.altered', facts);
  } catch (error) {
    return answerOf(error);
  }
};

const refusalOf = (
  document: JsonObject,
  proof: JsonObject,
  methodId: string,
  { now, purpose = 'assertionMethod', signedBy }: ProofOptions,
): Answer | undefined => {
  const by = signedBy ?? idOf(document.issuer);
  if (proof.proofPurpose !== purpose) return fails('proof.other-purpose', { purpose: String(proof.proofPurpose) });
  if (proof.created !== undefined && !isInstant(proof.created)) return fails('proof.malformed');
  if (proof.expires !== undefined && (!isInstant(proof.expires) || Date.parse(String(proof.expires)) <= now.getTime()))
    return fails('proof.expired', { expires: String(proof.expires) });
  return controllerOf(methodId) === by
    ? undefined
    : fails('proof.other-controller', { controller: controllerOf(methodId), issuer: by ?? '' });
};

const signatureIn = (proof: JsonObject): ReturnType<typeof fromBase58> => {
  const value = textOf(proof.proofValue) ?? '';
  const bytes = value.startsWith('z') ? fromBase58(value.slice(1)) : undefined;
  return bytes?.length === 64 ? bytes : undefined;
};
