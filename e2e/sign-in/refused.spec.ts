import { makeCertificate } from '../certificate';
import { expect, test } from '../fixtures';
import { startGateway } from '../gateway/gateway';
import type { Offhook } from '../offhook';
import { findClosedPort, startSilentServer, startWebServer } from '../other-servers';
import { alice, registration, signIn, useProfile } from '../person';
import { profileFor } from '../profiles';
import { type TextKey, text } from '../texts';
import { expectToolbar } from '../toolbar';

test('says that the password is wrong, and takes the right one', async ({ offhook, gateway }) => {
  await useProfile(offhook, profileFor(gateway.url));
  const popup = await offhook.popup();
  await signIn(popup, { ...alice, password: 'wrong' });
  await expect(popup.getByRole('alert')).toHaveText(`${text('failureWrongPassword')} (SIP 401)`);
  await expectToolbar(popup, { title: 'toolbarFailed', badge: '!' });
  await expect(popup.getByLabel(text('extension'))).toHaveValue('201');
  await signIn(popup, alice);
  await expect(registration(popup, 'registered')).toBeVisible();
  await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
});

type Server = { name: string; address: string; sentence: TextKey; host: string };

/**
 * Signs in at each server in turn and reads why it does not work. A few at a time: Chromium delays WebSockets when many of a
 * process have failed.
 */
async function expectFailures(offhook: Offhook, servers: readonly Server[]): Promise<void> {
  await useProfile(offhook, {
    IP_Office_Server_Profile: servers.map(({ name, address }) => ({ Name: name, Address: address })),
  });
  const popup = await offhook.popup();
  for (const { name, sentence, host } of servers) {
    await signIn(popup, { ...alice, server: name });
    await expect(popup.getByRole('alert')).toContainText(text(sentence, host));
  }
}

const hostOf = ({ port }: { port: number }) => `127.0.0.1:${port}`;

function serverAt(name: string, server: { port: number }, sentence: TextKey): Server {
  const host = hostOf(server);
  return { name, address: `ws://${host}/ws`, sentence, host };
}

test.describe('where names are looked up and certificates are checked', () => {
  const host = 'gateway.nowhere.example:9443';
  test.use({
    offhookOptions: {
      hosts: ['127.0.0.1', 'gateway.nowhere.example'],
      args: ['--host-resolver-rules=MAP *.nowhere.example ~NOTFOUND'],
    },
  });

  test('says that there is no such host, that it refuses, and that its certificate is not trusted', async ({
    offhook,
  }) => {
    const distrusted = await startGateway({ tls: await makeCertificate() });
    const closed = { port: await findClosedPort() };
    await expectFailures(offhook, [
      { name: 'Unknown', address: `wss://${host}/ws`, sentence: 'failureUnknownHost', host },
      serverAt('Refuses', closed, 'failureRefused'),
      {
        name: 'Certificate',
        address: distrusted.url,
        sentence: 'failureCertificate',
        host: hostOf(distrusted),
      },
    ]);
    await distrusted.close();
  });
});

test('says that a web site is no gateway, and that another server does not answer', async ({ offhook }) => {
  const servers = await Promise.all([
    startWebServer(200, '<h1>Welcome</h1>'),
    startWebServer(404),
    startSilentServer(),
  ]);
  const [website, empty, silent] = servers;
  await expectFailures(offhook, [
    serverAt('Web site', website, 'failureNotAGateway'),
    serverAt('Not found', empty, 'failureNotAGateway'),
    serverAt('Silence', silent, 'failureTimeout'),
  ]);
  await Promise.all(servers.map((server) => server.close()));
});
