import { openSignOn, sayName } from '../accounts';
import { openDirectory } from '../directory-page';
import { callCard, registration } from '../person';
import { expect, test as withSignOn } from '../sign-on';
import { type SpacesPeople, startSpacesPeople } from '../spaces-people';
import { text } from '../texts';

const everybody = [
  { _id: '1', displayname: 'Ada Echo', username: 'ada@example.com', phone_numbers: ['600'] },
  { _id: '2', displayname: 'Bo Echo', username: 'bo@example.com', phone_numbers: [{ number: '601' }] },
  { _id: '3', displayname: 'Cy Echo', username: 'cy@example.com', phone_numbers: [17, null] },
];

const test = withSignOn.extend<{ people: SpacesPeople }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
  people: async ({}, use) => {
    const people = await startSpacesPeople(everybody);
    await use(people);
    await people.close();
  },
  offhookOptions: async ({ people }, use) =>
    use({ hosts: ['127.0.0.1', 'spacesapis.avayacloud.com'], args: people.flags }),
});

test('the people of Spaces are found beside those of the directory once one has switched them on, and are called', async ({
  offhook,
  people,
}) => {
  const popup = await offhook.popup();
  await sayName(await openSignOn(offhook, popup), 'alice');
  await expect(registration(popup, 'registered')).toBeVisible();
  const directory = await openDirectory(offhook);
  const search = directory.getByRole('searchbox');
  const found = directory.locator('.colleagues li');
  const isSearched = directory.getByLabel(text('colleaguesSearch'));
  await isSearched.check();
  await search.fill('echo');
  await expect(found).toHaveText([/Ada Echo.*600/, /Bo Echo.*601/, /Cy Echo/]);
  await found
    .first()
    .getByRole('button', { name: text('addToDirectory') })
    .click();
  await expect(directory.locator('.contact-row')).toHaveText([/Ada Echo/]);

  await popup.bringToFront();
  const field = popup.getByLabel(text('numberLabel'));
  await field.fill('echo');
  // Who is in the directory already is there once, and who has no number cannot be called.
  await expect(popup.getByRole('option')).toHaveText([/Ada Echo/, /Bo Echo/]);
  await popup.getByRole('option', { name: 'Bo Echo' }).click();
  await expect(callCard(popup, 'active')).toContainText('601');
  // What was found stays known for a while.
  expect(people.asked).toEqual(['echo 1', 'echo 2']);

  await directory.bringToFront();
  await isSearched.uncheck();
  await expect(found).toHaveCount(0);
});
