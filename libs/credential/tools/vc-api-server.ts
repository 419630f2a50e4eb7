import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CredentialError } from '../src/credential-error.ts';
import { didKeyOf, verificationMethodId } from '../src/did.ts';
import { isObject, listOf, objectOf, objectsIn, parseJson, textOf, type JsonObject } from '../src/json.ts';
import { makeKey, signerFrom } from '../src/keys.ts';
import { addProof } from '../src/proof.ts';
import { secondsOf } from '../src/status-list.ts';
import type { Answer, Resolver } from '../src/verify/check.ts';
import { checkDataModel, checkPresentation } from '../src/verify/data-model.ts';
import { verifyProof } from '../src/verify/verify-proof.ts';

export interface VcApiOptions {
  /** What requests must bring as `Authorization: Bearer …`; null lets everybody in. */
  readonly token: string | null;
  readonly clock: () => Date;
}

interface Reply {
  readonly status: number;
  readonly body: JsonObject;
}

const mostBytes = 2_097_152;

/** Suites use did:key alone; nothing is ever fetched. */
const resolver: Resolver = { controller: async () => undefined, statusList: async () => undefined };

/** The interface that public conformance suites call (W3C VC API), with a did:key of its own for issuing. */
export const makeVcApi = async ({ token, clock }: VcApiOptions): Promise<{ readonly server: Server; readonly issuer: string }> => {
  const { publicKeyMultibase, privateKey } = await makeKey();
  const issuer = didKeyOf(publicKeyMultibase);
  const signer = await signerFrom(verificationMethodId(issuer, publicKeyMultibase), privateKey);

  const issueCredential = async (body: JsonObject): Promise<Reply> => {
    const given = objectOf(body.credential);
    if (!given) return refused('credential.missing');
    const { proof: _, ...credential } = given;
    const own = { ...credential, issuer: isObject(credential.issuer) ? { ...credential.issuer, id: issuer } : credential.issuer && issuer };
    // A wrong issuer is replaced by ours only where it is one at all: what is malformed stays malformed, and is refused.
    const model = checkDataModel(checkDataModel(credential).outcome === 'holds' ? own : credential);
    if (model.outcome !== 'holds') return refused(model.reason ?? 'data-model', String(model.facts.rule ?? ''));
    const [signed] = listOf((await addProof(own, secondsOf(clock()), signer)).proof);
    return { status: 201, body: { verifiableCredential: { ...own, ...(signed === undefined ? {} : { proof: signed }) } } };
  };

  const verifyCredential = async (body: JsonObject): Promise<Reply> => {
    const credential = objectOf(body.verifiableCredential) ?? objectOf(body.credential);
    return credential ? reply(await answersFor(credential)) : refused('credential.missing');
  };

  const answersFor = async (credential: JsonObject): Promise<readonly Answer[]> => [
    checkDataModel(credential),
    await verifyProof(credential, { resolver, now: clock() }),
  ];

  const verifyPresentation = async (body: JsonObject): Promise<Reply> => {
    const presentation = objectOf(body.verifiablePresentation) ?? objectOf(body.presentation);
    if (!presentation) return refused('presentation.missing');
    const credentials = await Promise.all(objectsIn(presentation.verifiableCredential).map(answersFor));
    return reply([checkPresentation(presentation), ...(await proofOf(presentation, objectOf(body.options) ?? {})), ...credentials.flat()]);
  };

  /** A presentation without a proof only carries; one with a proof must hold it, for the challenge and domain that were asked for. */
  const proofOf = async (presentation: JsonObject, options: JsonObject): Promise<readonly Answer[]> => {
    const proofs = objectsIn(presentation.proof);
    const isAsked = options.challenge !== undefined || options.domain !== undefined;
    if (proofs.length === 0 && !isAsked && presentation.proof === undefined) return [];
    const isOther = (['challenge', 'domain'] as const).some(
      (name) => options[name] !== undefined && proofs.some((proof) => proof[name] !== options[name]),
    );
    if (isOther) return [{ outcome: 'fails', reason: 'proof.other-challenge', facts: {} }];
    const signedBy =
      textOf(objectOf(presentation.holder)?.id) ?? textOf(presentation.holder) ?? textOf(proofs[0]?.verificationMethod)?.split('#')[0];
    return [await verifyProof(presentation, { resolver, now: clock(), purpose: 'authentication', signedBy })];
  };

  const routes: Readonly<Record<string, (body: JsonObject) => Promise<Reply>>> = {
    '/vc-api/credentials/issue': issueCredential,
    '/vc-api/credentials/verify': verifyCredential,
    '/vc-api/presentations/verify': verifyPresentation,
  };
  return { server: createServer((request, response) => void answer(request, response, routes, token)), issuer };
};

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  routes: Readonly<Record<string, (body: JsonObject) => Promise<Reply>>>,
  token: string | null,
): Promise<void> => {
  const { status, body } = await replyTo(request, routes, token);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const replyTo = async (request: IncomingMessage, routes: Parameters<typeof answer>[2], token: string | null): Promise<Reply> => {
  const act = routes[request.url ?? ''];
  if (!act) return { status: 404, body: { error: 'not-found' } };
  if (request.method !== 'POST') return { status: 405, body: { error: 'method' } };
  if (token !== null && !isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return { status: 401, body: { error: 'token' } };
  try {
    const body = parseJson(await textFrom(request));
    return isObject(body) ? await act(body) : refused('body');
  } catch (error) {
    if (error instanceof CredentialError) return refused(error.code);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return { status: 500, body: { error: 'internal' } };
  }
};

/** In constant time, whatever the lengths. */
const isSame = (given: string, wanted: string): boolean => {
  const [left, right] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
};

const textFrom = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > mostBytes) throw new CredentialError('document.too-large', { most: mostBytes });
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
};

const refused = (error: string, detail = ''): Reply => ({ status: 400, body: { error, detail, verified: false } });

const reply = (answers: readonly Answer[]): Reply => {
  const errors = answers.flatMap(({ outcome, reason = '' }) => (outcome === 'holds' ? [] : [reason]));
  return { status: errors.length === 0 ? 200 : 400, body: { verified: errors.length === 0, errors } };
};
