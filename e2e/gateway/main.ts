import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultUsers, type Users } from './auth/users';
import { farEndNames } from './far-ends/table';
import { startGateway } from './gateway';

const usage = `tsx e2e/gateway/main.ts [options]
  --port N            port to listen on, default 8088
  --host ADDRESS      default 127.0.0.1
  --users LIST        user:password:name, separated by commas; default 201 to 209, password secret-201 …
  --expires SECONDS   the most that a registration is granted, default 600
  --algorithms LIST   MD5, SHA-256 or both, in the order in which they are offered
  --no-presence           answer SUBSCRIBE with 489
  --no-ping           leave CRLFCRLF unanswered
  --key FILE --cert FILE   PEM files; makes it wss`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8088' },
    host: { type: 'string', default: '127.0.0.1' },
    users: { type: 'string' },
    expires: { type: 'string', default: '600' },
    algorithms: { type: 'string', default: 'MD5' },
    'no-presence': { type: 'boolean', default: false },
    'no-ping': { type: 'boolean', default: false },
    key: { type: 'string' },
    cert: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

function readUsers(list: string): Users {
  const entries = list.split(',').map((entry) => {
    const [user = '', password = '', name = user] = entry.split(':');
    return [user, { password, name }] as const;
  });
  return Object.fromEntries(entries);
}

async function run(): Promise<void> {
  const users = values.users === undefined ? defaultUsers : readUsers(values.users);
  const tls =
    values.key && values.cert
      ? { key: readFileSync(values.key), cert: readFileSync(values.cert) }
      : undefined;
  const wanted = values.algorithms.split(',');
  const gateway = await startGateway({
    port: Number(values.port),
    host: values.host,
    users,
    algorithms: (['MD5', 'SHA-256'] as const)
      .filter((algorithm) => wanted.includes(algorithm))
      .sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b)),
    grantExpiresSec: Number(values.expires),
    presence: !values['no-presence'],
    answersPing: !values['no-ping'],
    ...(tls ? { tls } : {}),
    log: (line) => console.log(line),
  });
  console.log(`          users ${Object.keys(users).join(' ')}`);
  for (const [number, name] of farEndNames) console.log(`          ${number}  ${name}`);
  console.log('          9400 to 9699  that final response');
  await gateway.warmUp();
  const stop = () => gateway.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (values.help) console.log(usage);
else await run();
