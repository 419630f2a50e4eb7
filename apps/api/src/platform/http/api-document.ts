import { allRoutes, isProblemCode, pathFor, problemDocument, problems, type Route } from '@landbridge/contract';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'openapi-3.0' });
  return rest;
};

/** The contract as an OpenAPI document: what is served is what is described, since both are the same objects. */
export const apiDocument = (version: string): OpenAPIObject => ({
  openapi: '3.0.3',
  info: {
    title: 'Landbridge',
    version,
    description:
      'Sign in with POST /api/sign-in; the cookie it sets authorises everything else. Errors are problem documents (RFC 9457) with a stable `code`.',
  },
  paths: Object.fromEntries(
    [...groupByPath()].map(([path, routes]) => [
      path,
      Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), operation(route)])),
    ]),
  ),
  components: { schemas: { Problem: schemaOf(problemDocument, 'output') } },
});

const groupByPath = (): Map<string, Route[]> => {
  const groups = new Map<string, Route[]>();
  for (const route of allRoutes) {
    const path = pathFor(route.path, new Proxy({}, { get: (_, name) => `{${String(name)}}` })).replaceAll(/%7B|%7D/g, (sign) =>
      sign === '%7B' ? '{' : '}',
    );
    groups.set(path, [...(groups.get(path) ?? []), route]);
  }
  return groups;
};

const operation = (route: Route) => ({
  operationId: route.name,
  summary: route.summary,
  tags: [route.path.split('/')[2] ?? 'api'],
  parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
  ...(route.sends === 'bytes' ? { requestBody: { required: true, content: bytes } } : {}),
  ...(route.body instanceof z.ZodUndefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
  responses: { [route.status]: answer(route), ...refusals(route) },
});

const parameters = (shape: z.ZodObject, place: 'path' | 'query') => {
  const { properties, required } = z
    .object({ properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}), required: z.array(z.string()).default([]) })
    .parse(schemaOf(shape, 'input'));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
};

const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

const answer = (route: Route) => {
  if (route.answers === 'bytes') return { description: 'The bytes.', content: bytes };
  return route.status === 204
    ? { description: 'Done.' }
    : { description: 'The answer.', content: { 'application/json': { schema: schemaOf(route.response, 'output') } } };
};

const refusals = (route: Route) => {
  const codes = [
    'request.invalid',
    'request.too-many',
    ...(route.access === 'public' ? [] : ['sign-in.required']),
    ...(route.access === 'administrator' ? ['administrator.required'] : []),
    ...route.problems,
  ].filter(isProblemCode);
  const statuses = [...new Set(codes.map((code) => problems[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes
          .filter((code) => problems[code].status === status)
          .map((code) => `\`${code}\`: ${problems[code].title}`)
          .join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};
