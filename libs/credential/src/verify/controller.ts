import type { Bytes } from '../bytes.ts';
import { didKeyDocument } from '../did.ts';
import { idOf, isObject, listOf, objectsIn, textOf, type JsonObject } from '../json.ts';
import { publicKeyFrom } from '../multibase.ts';
import { fails, unknown, type Answer, type Resolver } from './check.ts';

export type FoundKey = { readonly publicKey: Bytes } | { readonly answer: Answer };

/** The key that a proof names, when its controller lists it for assertions (Controlled Identifiers 1.0, §3.3). */
export const findKey = async (methodId: string, resolver: Resolver, now: Date): Promise<FoundKey> => {
  const controller = controllerOf(methodId);
  const document = didKeyDocument(controller) ?? (await resolver.controller(controller));
  if (!document) return { answer: unknown('controller.no-answer', { controller }) };
  if (document.id !== controller) return { answer: fails('controller.exchanged', { controller }) };
  const method = listedMethod(document, methodId);
  if (!method) return { answer: fails('key.not-listed', { controller, key: methodId }) };
  if (idOf(method.controller) !== controller) return { answer: fails('key.other-controller', { controller, key: methodId }) };
  // Libraries ignore both; the specification does not.
  if (hasPassed(method.revoked, now)) return { answer: fails('key.revoked', { controller, key: methodId }) };
  if (hasPassed(method.expires, now)) return { answer: fails('key.expired', { controller, key: methodId }) };
  const publicKey = publicKeyFrom(textOf(method.publicKeyMultibase) ?? '');
  return publicKey ? { publicKey } : { answer: unknown('key.unsupported', { controller, key: methodId }) };
};

export const controllerOf = (methodId: string): string => methodId.split('#')[0] ?? methodId;

const listedMethod = (document: JsonObject, methodId: string): JsonObject | undefined => {
  const isMeant = (method: JsonObject) => absolute(document, textOf(method.id)) === methodId;
  const listed = listOf(document.assertionMethod);
  const embedded = listed.filter(isObject).find(isMeant);
  if (embedded) return embedded;
  const isListed = listed.some((entry) => absolute(document, textOf(entry)) === methodId);
  return isListed ? objectsIn(document.verificationMethod).find(isMeant) : undefined;
};

const absolute = (document: JsonObject, id: string | undefined): string | undefined =>
  id?.startsWith('#') ? `${textOf(document.id)}${id}` : id;

const hasPassed = (instant: JsonObject['revoked'], now: Date): boolean => {
  if (instant === undefined) return false;
  const at = Date.parse(textOf(instant) ?? '');
  // An instant that cannot be read speaks against the key.
  return Number.isNaN(at) || at <= now.getTime();
};
