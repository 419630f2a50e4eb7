export { readBadge, type ReadBadge } from '../baking/read-badge.ts';
export { CredentialError } from '../credential-error.ts';
export { didWebUrl } from '../did.ts';
export type { Json, JsonObject } from '../json.ts';
export type { Answer, Check, CheckCode, Facts, Outcome, Resolver } from './check.ts';
export { checkPresentation } from './data-model.ts';
export { verifyFile, type FileOptions, type FileVerification } from './verify-file.ts';
export { verifyProof } from './verify-proof.ts';
export { verifyCredential, type Verdict, type Verification, type VerifyOptions } from './verify.ts';
