import { randomBytes } from 'node:crypto';
import { makeVcApi } from './vc-api-server.ts';

// `npm run vc-api`: VC_API_HOST (127.0.0.1), VC_API_PORT (3900), VC_API_TOKEN (a random one, printed; `off` on a loopback address only).

const host = process.env['VC_API_HOST'] ?? '127.0.0.1';
const port = Number(process.env['VC_API_PORT'] ?? 3900);
const setting = process.env['VC_API_TOKEN'] ?? randomBytes(24).toString('base64url');
const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(host);
if (setting === 'off' && !isLoopback) {
  process.stderr.write(`VC_API_TOKEN=off would let everybody who reaches ${host} issue. Use a token, or VC_API_HOST=127.0.0.1.\n`);
  process.exit(1);
}

const { server, issuer } = await makeVcApi({ token: setting === 'off' ? null : setting, clock: () => new Date() });
server.listen(port, host, () => {
  process.stdout.write(
    `The conformance server is ready at http://${host.includes(':') ? `[${host}]` : host}:${port}/vc-api, issuing as ${issuer}.\n`,
  );
  process.stdout.write(setting === 'off' ? 'It asks for no token.\n' : `Requests bring: Authorization: Bearer ${setting}\n`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => process.exit(0)).closeAllConnections());
