import { describe } from 'vitest';
import { makePortal, signedIn, sync } from '../integration/board.ts';
import { expectFocus, tabTo } from './by-keyboard.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { say } from './words.ts';

const TITLE = 'Ngày hội đọc sách của học sinh khối 6';
const OTHER = 'Lịch kiểm tra cuối kỳ của khối 9';

describe('a review without a mouse', () => {
  it('is opened from Việc của tôi, read and returned, and opened again once the author has sent it anew', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const post = await author.write(TITLE, ['Mỗi lớp góp hai chục cuốn sách.', 'Thư viện mở cửa cả ngày.']);
    await author.act(post, 'submit');
    await sync(author);

    const program = await programs.start();
    const { page } = program;
    const { keyboard } = page;
    const me = await connect(program, portal.url(), 'thamdinh');
    const task = (title: string) => me.document.getByRole('list').getByRole('button', { name: title });
    const pane = me.document.getByRole('region', { name: say('window.article.title') });

    // The first reading ends with a return.
    await keyboard.press('F2');
    await expectFocus(page, task(TITLE));
    await keyboard.press('Enter');
    await expectFocus(page, pane);
    await keyboard.press('F6');
    await tabTo(page, me.details.getByRole('button', { name: say('action.return'), exact: true }));
    await keyboard.press('Enter');
    await tabTo(page, me.field('window.return.reason'));
    await keyboard.type('Ghi rõ bao nhiêu cuốn.');
    await tabTo(page, me.dialog('window.return.title').getByRole('button', { name: say('action.return') }));
    await keyboard.press('Enter');
    await me.seeRow(TITLE, 'returned', 'accepted');
    await expectFocus(page, me.details.getByRole('heading', { name: say('window.actions.title') }));
    await keyboard.press('F2');
    await expectFocus(page, me.document.getByRole('heading', { name: say('tasks.title') }));

    await sync(author);
    await author.write(TITLE, ['Mỗi lớp góp 20 cuốn sách.', 'Thư viện mở cửa cả ngày.'], post);
    await author.act(post, 'submit');
    const other = await author.write(OTHER, ['Một đoạn.']);
    await author.act(other, 'submit');
    await sync(author);

    // The second one begins where the first did.
    await tabTo(page, page.getByRole('banner').getByRole('button', { name: say('window.sync.done') }), 'Shift+Tab');
    await keyboard.press('Enter');
    await tabTo(page, me.dialog('window.sync.title').getByRole('button', { name: say('window.sync.now') }));
    await keyboard.press('Enter');
    await me.seeRow(OTHER, 'submitted', 'accepted');
    await keyboard.press('Escape');
    await me.dialog('window.sync.title').waitFor({ state: 'hidden' });
    await keyboard.press('F2');
    await tabTo(page, task(TITLE));
    await keyboard.press('Enter');
    await expectFocus(page, pane);
  }, 600_000);
});
