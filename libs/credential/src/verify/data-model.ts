import { credentialsV2 } from '../contexts.ts';
import { hasType, idOf, isList, isObject, listOf, objectsIn, textOf, type Json, type JsonObject } from '../json.ts';
import { fails, holds, unknown, type Answer } from './check.ts';

/** A rule of VC Data Model 2.0 that a document breaks, and where. */
type Rule = (document: JsonObject) => string | undefined;

/**
 * The rules of W3C VC Data Model 2.0 that canonicalising does not enforce: the common libraries let documents pass that break them.
 * Sections in brackets are those of the Recommendation.
 */
export const checkDataModel = (document: JsonObject): Answer => {
  if (listOf(document['@context'])[0] === 'https://www.w3.org/2018/credentials/v1') return unknown('data-model.version-1');
  const broken = rules.map((rule) => rule(document)).find((where) => where !== undefined);
  return broken === undefined ? holds() : fails('data-model.broken', { rule: broken });
};

/** The same for a presentation (4.13). */
export const checkPresentation = (document: JsonObject): Answer => {
  const isWhole = startsWithContext(document) && hasOwnType(document, 'VerifiablePresentation') && isOptionalId(document.id);
  const isHeld = document.holder === undefined || isUrl(idOf(document.holder));
  if (!isWhole || !isHeld) return fails('data-model.broken', { rule: 'presentation' });
  return listOf(document.verifiableCredential).every(isObject) ? holds() : fails('data-model.broken', { rule: 'verifiableCredential' });
};

const startsWithContext = (document: JsonObject): boolean => {
  const contexts = document['@context'];
  return isList(contexts) && contexts[0] === credentialsV2 && contexts.every((one) => isObject(one) || isUrl(textOf(one)));
};

const hasOwnType = (document: JsonObject, type: string): boolean => listOf(document.type).every(isText) && hasType(document, type);

/** Absolute, without blanks; what `URL` mends silently is no URL. */
const isUrl = (value: string | undefined): boolean =>
  value !== undefined && !/\s/.test(value) && /^[a-z][a-z0-9+.-]*:/i.test(value) && URL.canParse(value);

const isText = (value: Json): boolean => typeof value === 'string' && value !== '';

const isOptionalId = (id: Json | undefined): boolean => id === undefined || (typeof id === 'string' && isUrl(id));

/** XML Schema's dateTimeStamp: with a time zone (4.9). */
export const isInstant = (value: Json | undefined): boolean =>
  typeof value === 'string' &&
  /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d)(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** Text, or language value objects of one or several languages (4.6, 11.1). */
const isLanguageText = (value: Json | undefined): boolean =>
  value === undefined ||
  typeof value === 'string' ||
  listOf(value).every((one) => {
    if (!isObject(one) || typeof one['@value'] !== 'string') return false;
    const keys = Object.keys(one).every((key) => ['@value', '@language', '@direction'].includes(key));
    const isNamed = one['@language'] === undefined || typeof one['@language'] === 'string';
    return keys && isNamed && (one['@direction'] === undefined || one['@direction'] === 'ltr' || one['@direction'] === 'rtl');
  });

const rule =
  (name: string, isKept: (document: JsonObject) => boolean): Rule =>
  (document) =>
    isKept(document) ? undefined : name;

/** Each value of `field` must be an object with a type, and with an id where the model asks for one. */
const typed = (field: string, needsId: boolean): Rule =>
  rule(field, (document) =>
    listOf(document[field]).every(
      (one) =>
        isObject(one) &&
        listOf(one.type).length > 0 &&
        listOf(one.type).every(isText) &&
        (needsId ? isUrl(textOf(one.id)) : isOptionalId(one.id)),
    ),
  );

const hasDigest = (resource: JsonObject): boolean => {
  const sri = textOf(resource.digestSRI);
  const multibase = textOf(resource.digestMultibase);
  return (sri !== undefined && /^sha(256|384|512)-[A-Za-z0-9+/]+=*$/.test(sri)) || (multibase !== undefined && /^[uz]\w+/.test(multibase));
};

const rules: readonly Rule[] = [
  rule('@context', startsWithContext),
  rule('id', (document) => isOptionalId(document.id)),
  rule('type', (document) => hasOwnType(document, 'VerifiableCredential')),
  rule('name', (document) => isLanguageText(document.name)),
  rule('description', (document) => isLanguageText(document.description)),
  rule('issuer', ({ issuer }) => !isList(issuer) && isUrl(idOf(issuer))),
  rule('issuer.name', ({ issuer }) => !isObject(issuer) || (isLanguageText(issuer.name) && isLanguageText(issuer.description))),
  rule('credentialSubject', ({ credentialSubject }) => {
    const subjects = listOf(credentialSubject);
    return subjects.length > 0 && subjects.every((one) => isObject(one) && Object.keys(one).length > 0 && isOptionalId(one.id));
  }),
  rule('validFrom', ({ validFrom }) => validFrom === undefined || isInstant(validFrom)),
  rule('validUntil', ({ validUntil }) => validUntil === undefined || isInstant(validUntil)),
  rule(
    'validUntil',
    ({ validFrom, validUntil }) =>
      validFrom === undefined || validUntil === undefined || Date.parse(String(validFrom)) <= Date.parse(String(validUntil)),
  ),
  typed('credentialStatus', false),
  typed('credentialSchema', true),
  typed('refreshService', false),
  typed('termsOfUse', false),
  typed('evidence', false),
  typed('renderMethod', false),
  typed('confidenceMethod', false),
  rule('relatedResource', ({ relatedResource }) => {
    const resources = listOf(relatedResource);
    const ids = objectsIn(relatedResource).map(({ id }) => textOf(id));
    return resources.every((one) => isObject(one) && isUrl(textOf(one.id)) && hasDigest(one)) && new Set(ids).size === ids.length;
  }),
  rule('proof', ({ proof }) => listOf(proof).every((one) => isObject(one) && listOf(one.type).length > 0)),
];
