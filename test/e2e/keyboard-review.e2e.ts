import { describe, expect } from 'vitest';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { DEFAULT_REGULATION } from '../../shared/workflow/index.ts';
import { makePortal, signedIn, sync } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { expectFocus, tabTo } from './by-keyboard.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { say } from './words.ts';

const TITLE = 'Ngày hội đọc sách của học sinh khối 6';
const OTHER = 'Lịch kiểm tra cuối kỳ của khối 9';
const ITEM = 'Đã xem kỹ tên học sinh';

describe('a review without a mouse', () => {
  it('is opened from Việc của tôi, read, returned, read again for what changed, remarked on, and appraised as the rules ask', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const head = await signedIn(portal, 'truongban');
    const { base } = await head.client.call('rules.read', null);
    const item = { id: 'ten', text: ITEM, level: 'block' } as const;
    const validFrom = dayInVietnam(new Date().toISOString());
    await head.client.call('rules.set', {
      base,
      text: { ...DEFAULT_REGULATION, validFrom, checklists: [{ transition: 'appraise', items: [item] }] },
    });
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

    // The second one: what changed, a remark on some words, and the decision.
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
    const seen = page.getByRole('tab', { name: say('review.view.seen') });
    await tabTo(page, page.getByRole('tab', { name: say('review.view.page') }));
    await keyboard.press('ArrowRight');
    await expectFocus(page, seen);
    await keyboard.press('Enter');
    const comparison = me.document.getByRole('region', { name: say('history.comparison') });
    await comparison.locator('ins', { hasText: '20' }).waitFor();
    await keyboard.press('ArrowLeft');
    await keyboard.press('Enter');
    const article = page.frameLocator(`iframe[title="${say('window.article.title')}"]`);
    await article.getByText('Thư viện mở cửa cả ngày.').waitFor();

    const before = await article.locator('article.post').innerHTML();
    await keyboard.press('F7');
    const cursor = article.getByRole('textbox', { name: say('window.article.cursor') });
    await cursor.and(article.locator(':focus')).waitFor();
    await expectAccessible(page, 'a cursor in the post');
    // Down to the last paragraph, and its first two words.
    await keyboard.press('Control+End');
    await keyboard.press('Home');
    await keyboard.press('Control+Shift+ArrowRight');
    await keyboard.press('Control+Shift+ArrowRight');
    // No key writes into what is only read.
    await keyboard.press('x');
    await keyboard.press('Backspace');
    await keyboard.press('Control+Alt+m');
    await expectFocus(page, me.field('remarks.text'));
    await me.details.getByText(say('remarks.about', { words: 'Thư viện' })).waitFor();
    expect(await article.locator('article.post').innerHTML()).toBe(before);
    await keyboard.type('Cả thứ Bảy nữa không?');
    await keyboard.press('Control+Enter');
    await expectFocus(page, me.button('remarks.add'));
    await me.details.getByText('Cả thứ Bảy nữa không?').waitFor();

    await keyboard.press('Control+Enter');
    const asked = me.dialog('action.appraise');
    await tabTo(page, asked.getByRole('checkbox', { name: ITEM }));
    await keyboard.press('Space');
    await tabTo(page, asked.getByRole('button', { name: say('action.appraise') }));
    await keyboard.press('Enter');
    await asked.waitFor({ state: 'hidden' });
    await me.seeRow(TITLE, 'appraised', 'accepted');
    await keyboard.press('F2');
    await expectFocus(page, task(OTHER));
    expect(await task(TITLE).count()).toBe(0);
  }, 600_000);
});
