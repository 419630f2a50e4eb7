import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Every route that the running application answers, as `GET /api/threads/:threadId`: read from the HTTP server, not from the contract. */
export const servedRoutes = (application: NestFastifyApplication): string[] => {
  const parents: string[] = [];
  return application
    .getHttpAdapter()
    .getInstance()
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const parts = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/u.exec(line);
      if (!parts) return [];
      const [, indent = '', segment = '', methods = ''] = parts;
      const depth = indent.length / 4;
      parents.length = depth;
      parents.push(segment);
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${parents.join('')}`);
    });
};
