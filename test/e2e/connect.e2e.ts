import { describe, expect } from 'vitest';
import { makePortal, PASSWORD } from '../integration/board.ts';
import { layLine } from './line.ts';
import { connect, fillSignIn, type Person, personAt } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { startPost } from './writing.ts';

const TITLE = 'Lịch thi cuối kỳ';

describe('connecting to the portal of the unit', () => {
  it('says what is wrong beside the field it is about, and puts the cursor there', async ({ programs }) => {
    const portal = await makePortal();
    const person = personAt(await programs.start());
    await person.button('window.welcome.connectStart').click();

    await person.button('window.connect.submit').click();
    await seeProblem(person, 'address', say('window.connect.addressNeeded'));

    await fillSignIn(person, { address: 'không phải địa chỉ', account: 'tacgia' });
    await seeProblem(person, 'address', say('error.address_invalid'));

    const nowhere = await layLine(portal.url());
    await nowhere.cut();
    await fillSignIn(person, { address: nowhere.address, account: 'tacgia' });
    await seeProblem(person, 'address', say('error.portal_refused', { host: new URL(nowhere.address).host }));

    await fillSignIn(person, { address: portal.url(), account: 'tacgia', password: 'không phải mật khẩu' });
    await seeProblem(person, 'password', say('error.wrong_password'));

    await person.page.keyboard.press('Control+a');
    await person.page.keyboard.type(PASSWORD);
    await person.page.keyboard.press('Enter');
    await person.list.waitFor();
  });
});

describe('a backend that dies while someone writes', () => {
  it('is said, comes back by itself, and what was typed meanwhile is saved', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const author = await connect(program, portal.url(), 'tacgia');
    await startPost(author, { title: TITLE, summary: '', body: 'Khối 6 thi ngày 12. ' });

    const sentence = author.page.getByText(say('error.backend_down'));
    const banner = author.page.getByRole('status').filter({ has: sentence });
    process.kill(program.backend().pid, 'SIGKILL');
    await Promise.all([
      banner.waitFor(),
      author.page.keyboard.type('Khối 7 thi ngày 13, ai cũng mang bút chì.', { delay: 15 }),
    ]);
    // Nothing goes on speaking of it: not the banner, nor a part of the window that had a question open.
    await expect.poll(() => sentence.count(), { timeout: PATIENCE_MS }).toBe(0);
    await author.document.getByText(say('window.save.saved')).waitFor();
    await author.details.getByText(say('workflow.denied.no_category')).waitFor();
    await author.seeRow(TITLE, 'draft', 'saved_here');
    await program.stop();

    const again = personAt(await programs.start(program.home));
    await again.openPost(TITLE);
    await expect
      .poll(() => again.field('editor.body').textContent(), { timeout: PATIENCE_MS })
      .toBe('Khối 6 thi ngày 12. Khối 7 thi ngày 13, ai cũng mang bút chì.');
  });
});

async function seeProblem({ page }: Person, field: 'address' | 'password', sentence: string): Promise<void> {
  const input = page.getByLabel(say(`window.connect.${field}`), { exact: true });
  await page.getByText(sentence).waitFor();
  const state = (): Promise<unknown> =>
    input.evaluate((element) => ({
      isFocused: element === document.activeElement,
      isInvalid: element.getAttribute('aria-invalid'),
      says: (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    }));
  await expect
    .poll(state, { timeout: PATIENCE_MS })
    .toEqual({ isFocused: true, isInvalid: 'true', says: expect.stringContaining(sentence) });
}
