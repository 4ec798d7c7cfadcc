import type { Page } from '@playwright/test';
import { importFile, openDirectory } from '../directory-page';
import { expect, test } from '../fixtures';
import { ackOf, connectPhone, type RawPhone, within } from '../gateway/raw-phone';
import type { Offhook } from '../offhook';
import { hangUp, signOut, talkTo } from '../person';
import { type TextKey, text } from '../texts';

const marks = (page: Page) => page.locator('.presence');
const bobIn = (popup: Page) => popup.getByRole('button', { name: text('callParty', 'Bob Brown') });

async function makeFavourites(offhook: Offhook, ...lines: readonly string[]): Promise<Page> {
  const directory = await openDirectory(offhook);
  const people = ['firstname,lastname,workphone,favourite', ...lines].join('\n');
  await importFile(directory, { name: 'people.csv', text: people });
  return directory;
}

async function shows(popup: Page, presence: TextKey): Promise<void> {
  await expect(bobIn(popup)).toHaveAccessibleDescription(text(presence));
  await expect(bobIn(popup)).toHaveAttribute('title', `Bob Brown · ${text(presence)}`);
}

/** Two telephones that do as they are told talk to each other; gives how to end that. */
async function talk(caller: RawPhone, called: RawPhone): Promise<() => void> {
  const uri = `sip:${called.user}@gateway.example`;
  const sent = await caller.authenticate(caller.make('INVITE', uri, { body: 'v=0\r\n' }));
  called.reply(await called.nextRequest('INVITE'), 200, 'v=0\r\n');
  const ok = await caller.nextResponse(200, 'INVITE');
  caller.send(ackOf(sent, ok));
  return () => caller.send(within('BYE', sent, ok, 5_000));
}

test('a favourite at our system shows whether they can be called, in the popup and the directory', async ({
  offhook,
  popup,
  gateway,
}) => {
  const directory = await makeFavourites(offhook, 'Bob,Brown,202,1', 'Far,Away,+442079460018,1');
  await shows(popup, 'presenceOffline');
  const bob = await connectPhone(gateway.url, '202');
  await bob.register();
  await shows(popup, 'presenceAvailable');
  const carol = await connectPhone(gateway.url, '203');
  await carol.register();
  const end = await talk(bob, carol);
  await shows(popup, 'presenceOnACall');
  await expect(directory.getByRole('option', { name: 'Bob Brown' })).toContainText(text('presenceOnACall'));
  // Nothing is said of whom the system knows nothing.
  await expect(marks(popup)).toHaveCount(1);
  await expect(marks(directory)).toHaveCount(1);
  end();
  await shows(popup, 'presenceAvailable');
  bob.close();
  await shows(popup, 'presenceOffline');
  carol.close();
});

test('signing out ends what was watched', async ({ offhook, popup, gateway }) => {
  // A page that is behind another draws once a second.
  await (await makeFavourites(offhook, 'Bob,Brown,202,1')).close();
  await shows(popup, 'presenceOffline');
  await signOut(popup);
  await gateway.waitFor('201 leaves 202');
  const bob = await connectPhone(gateway.url, '202');
  await bob.register();
  expect(gateway.lines.filter((line) => line.includes('202 is open'))).toEqual([]);
  bob.close();
});

test('a closed favourite is shown again after the gateway was lost', async ({ offhook, popup, gateway }) => {
  await (await makeFavourites(offhook, 'Bob,Brown,202,1')).close();
  await shows(popup, 'presenceOffline');
  await gateway.kill();
  await expect(marks(popup)).toHaveCount(0);
  await gateway.restart();
  await shows(popup, 'presenceOffline');
});

test.describe('at a gateway without presence', () => {
  test.use({ gatewayOptions: { presence: false, grantExpiresSec: 10 } });

  test('a favourite shows nothing, and is asked for once', async ({ offhook, popup, gateway }) => {
    await (await makeFavourites(offhook, 'Bob,Brown,202,1', 'Carol,Clark,203,1')).close();
    const refused = await gateway.waitFor('489 Bad Event (SUBSCRIBE)');
    const before = gateway.lines.length;
    await talkTo(popup, '600');
    await hangUp(popup);
    await (await makeFavourites(offhook, 'Dave,Davis,204,1')).close();
    await expect(popup.getByRole('button', { name: text('callParty', 'Dave Davis') })).toBeVisible();
    await gateway.waitFor(/200 OK \(REGISTER\)/, { after: before });
    await expect(marks(popup)).toHaveCount(0);
    expect(gateway.lines.filter((line) => line.includes('489 Bad Event'))).toEqual([refused]);
    expect(gateway.lines.slice(before).filter((line) => line.includes('SUBSCRIBE'))).toEqual([]);
  });
});
