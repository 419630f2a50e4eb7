export { bakePng, readPng } from './baking/png.ts';
export { readPdf } from './baking/pdf.ts';
export { readBadge, type ReadBadge } from './baking/read-badge.ts';
export { bakeSvg, readSvg } from './baking/svg.ts';
export { makeBundle, openBundle, type BundleContents, type OpenedBundle } from './bundle.ts';
export { bundledContexts, certificateContexts } from './contexts.ts';
export { CredentialError } from './credential-error.ts';
export { controllerDocument, didKeyDocument, didKeyOf, didWebOf, didWebUrl, verificationMethodId } from './did.ts';
export { statementUrl, type Section, type Signatory } from './form.ts';
export { parseJson, type Json, type JsonObject } from './json.ts';
export { makeKey, signerFrom, unwrapKey, wrapKey, type KeyPair } from './keys.ts';
export { addProof, type Signer } from './proof.ts';
export { endorse, issue, type Endorsing } from './sign.ts';
export { buildStatement, statementDigest, statementJson, statementOf, type NextPhase, type Statement } from './statement.ts';
export {
  decodeBits,
  emptyList,
  encodeBits,
  freeIndex,
  isSet,
  leastEntries,
  secondsOf,
  signStatusList,
  withSet,
  type StatusBits,
} from './status-list.ts';
export { signableLine, signableProse, signableText } from './text-rules.ts';
