import { describe, expect } from 'vitest';
import { makePortal, signedIn, sync } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { say } from './words.ts';

describe('Việc của tôi', () => {
  it('shows a reviewer what waits, opens it, and takes it off the list once decided, with no network', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const title = 'Ngày hội đọc sách của học sinh khối 6';
    const post = await author.write(title, ['Một đoạn.']);
    await author.act(post, 'submit');
    await sync(author);

    const program = await programs.start();
    const { page } = program;
    const person = await connect(program, portal.url(), 'thamdinh');
    const tasks = person.document.getByRole('list').getByRole('button', { name: title });
    await tasks.waitFor();
    expect(await tasks.textContent()).toContain(say('tasks.due.left', { count: 2 }));
    await expectAccessible(page, 'tasks');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'tasks, dark');
    await page.emulateMedia({ colorScheme: 'light' });

    await portal.stop();
    await tasks.press('Enter');
    await person.act('appraise');
    await person.seeRow(title, 'appraised', 'saved_here');
    await page
      .getByRole('banner')
      .getByRole('button', { name: say('tasks.open') })
      .click();
    await page.getByText(say('tasks.none')).waitFor();
  });
});
