import { makeCertificate } from '../certificate';
import { expect, test } from '../fixtures';
import { startGateway } from '../gateway/gateway';
import { findClosedPort, startSilentServer, startWebServer } from '../other-servers';
import { alice, registration, signIn, useProfile } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';
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

test.describe('at servers that are no gateway', () => {
  test.use({
    offhookOptions: {
      hosts: ['127.0.0.1', 'gateway.nowhere.example'],
      args: ['--host-resolver-rules=MAP *.nowhere.example ~NOTFOUND'],
    },
  });

  test('says of each what is wrong with it', async ({ offhook }) => {
    const distrusted = await startGateway({ tls: await makeCertificate() });
    const [website, empty, silent] = await Promise.all([
      startWebServer(200, '<h1>Welcome</h1>'),
      startWebServer(404),
      startSilentServer(),
    ]);
    const hostOf = ({ port }: { port: number }) => `127.0.0.1:${port}`;
    const closed = { port: await findClosedPort() };
    const servers = [
      [
        'Unknown host',
        'wss://gateway.nowhere.example:9443/ws',
        'failureUnknownHost',
        'gateway.nowhere.example:9443',
      ],
      ['Refuses', `ws://${hostOf(closed)}/ws`, 'failureRefused', hostOf(closed)],
      ['Certificate', distrusted.url, 'failureCertificate', hostOf(distrusted)],
      ['Web site', `ws://${hostOf(website)}/ws`, 'failureNotAGateway', hostOf(website)],
      ['Not found', `ws://${hostOf(empty)}/ws`, 'failureNotAGateway', hostOf(empty)],
      ['Silence', `ws://${hostOf(silent)}/ws`, 'failureTimeout', hostOf(silent)],
    ] as const;
    await useProfile(offhook, {
      IP_Office_Server_Profile: servers.map(([Name, Address]) => ({ Name, Address })),
    });
    const popup = await offhook.popup();
    for (const [server, , sentence, host] of servers) {
      await signIn(popup, { ...alice, server });
      await expect(popup.getByRole('alert')).toContainText(text(sentence, host));
    }
    await Promise.all([distrusted, website, empty, silent].map((server) => server.close()));
  });
});
