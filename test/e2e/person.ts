import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SyncWord } from '../../shared/contract/index.ts';
import type { MessageKey, MessageParams } from '../../shared/i18n/index.ts';
import type { State, TransitionName } from '../../shared/workflow/index.ts';
import { type Account, PASSWORD, PIN } from '../integration/board.ts';
import { PATIENCE_MS, type Program } from './program.ts';
import { anyOf, say } from './words.ts';

/** A person at the window: what they look for and do, by the names that are read out to them. */
export interface Person {
  readonly page: Page;
  /** The three regions of the window. */
  readonly list: Locator;
  readonly document: Locator;
  readonly details: Locator;
  field(key: MessageKey): Locator;
  button(key: MessageKey, params?: MessageParams): Locator;
  dialog(key: MessageKey): Locator;
  row(title: string): Locator;
  openPost(title: string): Promise<void>;
  /** Presses an action of the open post, which asks nothing more. */
  act(name: TransitionName): Promise<void>;
  /** Chooses in the list that drops down under that label. */
  choose(key: MessageKey, option: string | RegExp): Promise<void>;
  /** Picks the line of the account menu that holds these words. */
  accountMenu(line: string): Promise<void>;
  /** Syncs by hand, again and again, until the list says this of a post. */
  syncUntil(title: string, state: State, word: SyncWord): Promise<void>;
  /** Waits until the list says this of a post, without doing anything. */
  seeRow(title: string, state: State, word: SyncWord): Promise<void>;
  syncNow(): Promise<void>;
  /** Opens the screen of syncing. */
  openSync(): Promise<void>;
}

const SYNC_LINES = [
  'receiving.line',
  'window.sync.done',
  'window.sync.syncing',
  'window.sync.pending',
  'window.sync.drafts',
  'window.sync.incoming',
  'window.sync.offline',
  'window.sync.offlinePending',
  'window.sync.signedOut',
  'window.sync.failed',
] as const;

export function personAt({ page }: Pick<Program, 'page'>): Person {
  const list = page.getByRole('region', { name: say('window.region.list') });
  const details = page.getByRole('complementary', { name: say('window.region.details') });
  const row = (title: string): Locator => list.getByRole('option').filter({ hasText: title });
  const standing = (state: State, word: SyncWord): RegExp =>
    new RegExp(`${say(`state.${state}`)}.*${say(`word.${word}`)}`);
  const person: Person = {
    page,
    list,
    details,
    document: page.getByRole('main', { name: say('window.region.document') }),
    field: (key) => page.getByRole('textbox', { name: say(key), exact: true }),
    button: (key, params) => page.getByRole('button', { name: say(key, params), exact: true }),
    dialog: (key) => page.getByRole('dialog', { name: say(key) }),
    row,
    openPost: async (title) => {
      await row(title).click();
      await page.getByRole('heading', { name: title, level: 2 }).waitFor({ state: 'attached' });
    },
    act: async (name) => {
      await details.getByRole('button', { name: say(`action.${name}`), exact: true }).click();
    },
    choose: async (key, option) => {
      await page.getByRole('combobox', { name: say(key), exact: true }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    accountMenu: async (line) => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: anyOf(['window.account.label']) })
        .click();
      await page.getByRole('menu').getByText(line).click();
      await page.getByRole('menu').waitFor({ state: 'hidden' });
    },
    syncNow: async () => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: anyOf(SYNC_LINES) })
        .click();
      const panel = person.dialog('window.sync.title');
      // It may be syncing by itself just now: the button then takes no press, and none is needed.
      await panel.getByRole('button', { name: say('window.sync.now') }).click({ force: true });
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
    },
    openSync: async () => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: anyOf(SYNC_LINES) })
        .click();
      const panel = person.dialog('window.sync.title');
      await panel.getByRole('button', { name: say('sync.open') }).click();
      await panel.waitFor({ state: 'hidden' });
    },
    syncUntil: async (title, state, word) => {
      const wanted = row(title).filter({ hasText: standing(state, word) });
      const until = performance.now() + PATIENCE_MS;
      while ((await wanted.count()) === 0 && performance.now() < until) {
        await person.syncNow();
        await wanted.waitFor({ timeout: 2_000 }).catch(() => undefined);
      }
      await person.seeRow(title, state, word);
    },
    seeRow: (title, state, word) =>
      expect
        .poll(async () => (await row(title).allTextContents()).join(), { timeout: PATIENCE_MS })
        .toMatch(standing(state, word)),
  };
  return person;
}

/** Fills in the form of *Kết nối tới portal của đơn vị* and sends it. */
export async function fillSignIn(
  person: Person,
  { address, account, password = PASSWORD }: { address: string; account: string; password?: string },
): Promise<void> {
  await person.field('window.connect.address').fill(address);
  await person.field('window.connect.account').fill(account);
  await person.page.getByLabel(say('window.connect.password'), { exact: true }).fill(password);
  await person.button('window.connect.submit').click();
}

/** From the welcome screen to the work: connects to the unit's portal; a head sets the PIN on the way. */
export async function connect(program: Pick<Program, 'page'>, address: string, account: Account): Promise<Person> {
  const person = personAt(program);
  await person.button('window.welcome.connectStart').click();
  await fillSignIn(person, { address, account });
  if (account === 'truongban') {
    for (const key of ['window.pin.first', 'window.pin.again'] as const)
      await person.page.getByLabel(say(key), { exact: true }).fill(PIN);
    await person.button('window.pin.submit').click();
  }
  await person.list.waitFor();
  return person;
}
