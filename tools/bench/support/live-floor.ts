import { createRequire } from 'node:module';
import { Pool } from 'pg';
import { inRoot } from '../../launcher/paths.ts';

// The floor of `bench live`: one statement that numbers and stores the message durably, one emit to the room. No rights, no outbox,
// no Markdown, no read marks, no lists.
const require = createRequire(inRoot('apps/api/package.json'));
const { fastify }: typeof import('fastify') = require('fastify');
const { Server }: typeof import('socket.io') = require('socket.io');

const store = `with thread as (update threads set last_seq = last_seq + 1, last_position = last_position + 1 where id = $1 returning id, last_seq, last_position, opened_by)
  insert into messages (id, thread_id, position, changed_seq, author_id, client_id, markdown, html, renderer, excerpt, posted_at)
  select gen_random_uuid(), id, last_position, last_seq, opened_by, $2, $3, $3, 1, $3, now() from thread
  returning json_build_object('threadId', thread_id, 'seq', changed_seq, 'message', json_build_object('id', id, 'threadId', thread_id, 'clientId', client_id,
    'position', position, 'changedSeq', changed_seq, 'author', json_build_object('id', author_id, 'name', 'Somebody', 'unit', null), 'postedAt', posted_at, 'html', html, 'excerpt', excerpt)) as event`;

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = fastify();
server.post<{ Params: { id: string }; Body: { clientId: string; markdown: string } }>(
  '/api/threads/:id/messages',
  async ({ params, body }, reply) => {
    const { rows } = await pool.query<{ event: object }>({ name: 'store', text: store, values: [params.id, body.clientId, body.markdown] });
    live.to(params.id).emit('thread.message-posted', rows[0]?.event);
    return reply.status(201).send(rows[0]?.event);
  },
);
const live = new Server(server.server, { path: '/api/live', serveClient: false, perMessageDeflate: false });
live.on('connection', (socket) => {
  socket.on('thread.watch', ({ threadId }: { threadId: string }, answer: (said: object) => void) => {
    void socket.join(threadId);
    answer({});
  });
});

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
process.send?.({ type: 'ready' });
