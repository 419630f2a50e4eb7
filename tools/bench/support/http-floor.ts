import { createRequire } from 'node:module';
import { Pool } from 'pg';
import { inRoot } from '../../launcher/paths.ts';

// The floor of `bench http`: one Fastify route per statement, which sends what PostgreSQL built. No rights, no limits, no log.
const { fastify }: typeof import('fastify') = createRequire(inRoot('apps/api/package.json'))('fastify');

interface FloorQuery {
  readonly name: string;
  readonly text: string;
}

const queries: readonly FloorQuery[] = JSON.parse(process.env['FLOOR_QUERIES'] ?? '[]');
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = fastify();

for (const { name, text } of queries)
  server.get<{ Querystring: { values: string } }>(`/${name}`, async (request, reply) => {
    const { rows } = await pool.query<{ json: string }>({ name, text, values: JSON.parse(request.query.values) });
    return reply.header('content-type', 'application/json; charset=utf-8').send(rows[0]?.json);
  });

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
process.send?.({ type: 'ready' });
