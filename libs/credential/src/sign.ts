import { certificateContexts } from './contexts.ts';
import { CredentialError } from './credential-error.ts';
import { signatureId, signatureName, statementUrl, type Signatory } from './form.ts';
import { idOf, objectOf, textOf, type JsonObject } from './json.ts';
import { addProof, type Signer } from './proof.ts';
import { endorsementSchema, profileOf, statementDigest } from './statement.ts';

export interface Endorsing {
  /** As in the statement, in its order. */
  readonly signatories: readonly Signatory[];
  /** From 1. */
  readonly position: number;
  /** When the signatory accepted the text. */
  readonly at: string;
  readonly signer: Signer;
}

/**
 * One signature: an EndorsementCredential of the signatory over the digest of the statement. The key behind `signer` is used this once.
 * @throws CredentialError `sign.no-such-position`, `sign.other-controller`
 */
export const endorse = async (statement: JsonObject, { signatories, position, at, signer }: Endorsing): Promise<JsonObject> => {
  const signatory = signatories[position - 1];
  const id = idOf(statement.id);
  if (!signatory || !id) throw new CredentialError('sign.no-such-position', { position });
  refuseOtherController(signer, signatory.id);
  const endorsement = {
    '@context': certificateContexts,
    id: signatureId(id, position),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: signatureName(position, signatories.length, signatory.name),
    issuer: profileOf(signatory),
    validFrom: at,
    credentialSubject: { id, type: ['EndorsementSubject'] },
    relatedResource: [{ id: statementUrl(id), digestSRI: statementDigest(statement) }],
    credentialSchema: [endorsementSchema],
  };
  return addProof(endorsement, at, signer);
};

/**
 * The finished credential: statement, endorsements in order, and the issuer's proof over both.
 * @throws CredentialError `sign.endorsement-of-another`, `sign.other-controller`
 */
export const issue = async (
  statement: JsonObject,
  endorsements: readonly JsonObject[],
  { at, signer }: { readonly at: string; readonly signer: Signer },
): Promise<JsonObject> => {
  const digest = statementDigest(statement);
  endorsements.forEach((endorsement, index) => {
    const [resource] = Array.isArray(endorsement.relatedResource) ? endorsement.relatedResource : [];
    const isOfThis = textOf(objectOf(resource)?.digestSRI) === digest && endorsement.id === signatureId(String(statement.id), index + 1);
    if (!isOfThis) throw new CredentialError('sign.endorsement-of-another', { position: index + 1 });
  });
  refuseOtherController(signer, idOf(statement.issuer));
  return addProof({ ...statement, endorsement: endorsements }, at, signer);
};

const refuseOtherController = (signer: Signer, controller: string | undefined): void => {
  if (signer.id.split('#')[0] !== controller) throw new CredentialError('sign.other-controller', { signer: signer.id });
};
