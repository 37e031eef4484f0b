import { describe, expect } from 'vitest';
import { makeComputer, makePortal, signedIn, sync } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { anyOf, say } from './words.ts';

const TITLE = 'Kế hoạch tuyển sinh lớp 6';

describe('the unit’s rules', () => {
  it('are written by the head, followed by three people on and off the network, and asked for before each step', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const reviewer = await signedIn(portal, 'thamdinh');
    const program = await programs.start();
    const { page } = program;
    const head = await connect(program, portal.url(), 'truongban');
    const menu = async (item: string): Promise<void> => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: anyOf(['window.account.label']) })
        .click();
      await page.getByRole('menuitem', { name: item }).click();
    };

    await menu(say('rules.title'));
    const rules = head.dialog('rules.title');
    await rules.getByRole('button', { name: say('rules.stage.add') }).click();
    const second = rules.getByRole('group', { name: say('rules.stage.number', { number: 2 }) });
    await second.getByRole('textbox', { name: say('rules.stage.name') }).fill('Lãnh đạo');
    await rules.getByText(say('rules.categories.text')).waitFor();
    await rules.getByRole('button', { name: say('rules.check.addFor', { action: say('action.approve') }) }).click();
    await rules.getByRole('button', { name: say('rules.save') }).click();
    await rules.getByText(say('rules.incomplete')).waitFor();
    // What is wrong is below the fold: the keyboard is led there.
    const wrong = rules.getByRole('textbox', { name: say('rules.check.text', { number: 1 }) });
    await expect.poll(() => wrong.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await wrong.evaluate((field) => field.getBoundingClientRect().bottom < window.innerHeight)).toBe(true);
    await expectAccessible(page, 'the rules, with an error');
    const check = 'Đã xin ý kiến phụ huynh có ảnh con em';
    await rules.getByRole('textbox', { name: say('rules.check.text', { number: 1 }) }).fill(check);
    await rules.getByRole('button', { name: say('rules.save') }).click();
    await rules.waitFor({ state: 'hidden' });

    await menu(say('people.title'));
    const people = head.dialog('people.title');
    await people.getByRole('button', { name: say('people.add') }).click();
    await people.getByRole('button', { name: say('people.add.do') }).click();
    await people.getByText(say('people.add.accountWrong')).waitFor();
    await expectAccessible(page, 'a new member, with an error');
    await people.getByRole('textbox', { name: say('people.add.name') }).fill('Đỗ Thị Lan');
    await people.getByRole('textbox', { name: say('people.add.account') }).fill('dothilan');
    await people.getByRole('button', { name: say('people.add.do') }).click();
    await people.getByText(say('people.add.once')).waitFor();
    await expectAccessible(page, 'a new member’s first password');
    const firstPassword = (await people.getByRole('strong').first().textContent()) ?? '';
    await people.getByRole('button', { name: say('people.add.noted') }).click();
    await people.getByRole('button', { name: say('people.editOf', { name: 'Đỗ Thị Lan' }) }).waitFor();
    const newcomer = await makeComputer();
    const first = { address: portal.url(), account: 'dothilan', password: firstPassword };
    await expect(newcomer.client.call('connect.signIn', first)).rejects.toMatchObject({ code: 'password_to_choose' });
    await newcomer.client.call('connect.signIn', { ...first, newPassword: 'bốn con trâu qua cầu' });
    await people.getByRole('button', { name: say('people.resetOf', { name: 'Đỗ Thị Lan' }) }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: say('people.reset.do') })
      .click();
    await people.getByText(say('people.reset.once')).waitFor();
    await expectAccessible(page, 'a one-time password');
    await people.getByRole('button', { name: say('people.add.noted') }).click();
    expect((await sync(newcomer)).problem).toBe('signed_out');
    await people.getByRole('button', { name: say('people.editOf', { name: 'Trần Thu Hà' }) }).click();
    await people.getByRole('button', { name: say('people.deputy.add') }).click();
    await expectAccessible(page, 'people and roles');
    await people.getByRole('tab', { name: say('people.tab.devices') }).click();
    await people
      .getByText(say('people.device.since', { time: '' }).trim())
      .first()
      .waitFor();
    await expectAccessible(page, 'computers');
    await people
      .getByRole('button', { name: say('people.nameDeviceOf', { device: '' }).trim() })
      .first()
      .click();
    await people.getByRole('textbox', { name: say('people.nameDevice.name') }).fill('Máy phòng Hiệu trưởng');
    await expectAccessible(page, 'a computer’s name');
    await people.getByRole('button', { name: say('people.nameDevice'), exact: true }).click();
    await people.getByText('Máy phòng Hiệu trưởng').waitFor();
    await page.keyboard.press('Escape');
    await menu(say('people.nameDevice'));
    const naming = head.dialog('people.nameDevice');
    const deviceName = naming.getByRole('textbox', { name: say('people.nameDevice.name') });
    await expect.poll(() => deviceName.inputValue()).toBe('Máy phòng Hiệu trưởng');
    await expectAccessible(page, 'the name of this computer');
    await page.keyboard.press('Escape');

    // Rules to come: the dialog opens on those in force.
    await menu(say('rules.title'));
    await rules.getByRole('textbox', { name: say('rules.basisField') }).fill('Quyết định cho năm sau');
    await rules.getByLabel(say('rules.validFrom')).fill('2099-01-01');
    await rules.getByRole('button', { name: say('rules.save') }).click();
    await rules.waitFor({ state: 'hidden' });
    await menu(say('rules.title'));
    await rules.getByText(say('rules.coming', { dates: '01/01/2099' })).waitFor();
    const basis = rules.getByRole('textbox', { name: say('rules.basisField') });
    expect(await basis.inputValue()).not.toBe('Quyết định cho năm sau');
    await expectAccessible(page, 'the rules in force, with others to come');
    await rules.getByRole('combobox', { name: say('rules.shown') }).click();
    await page.getByRole('option', { name: say('rules.shown.coming', { date: '01/01/2099' }) }).click();
    await expect.poll(() => basis.inputValue()).toBe('Quyết định cho năm sau');
    await page.keyboard.press('Escape');

    // The author and the reviewer have not heard of the new rules: the portal judges by both.
    const post = await author.write(TITLE, ['Nhận hồ sơ từ ngày 01/6.']);
    await author.act(post, 'submit');
    await sync(author);
    await sync(reviewer);
    await reviewer.act(post, 'appraise');
    await sync(reviewer);

    await head.syncUntil(TITLE, 'submitted', 'accepted');
    await portal.stop();
    await head.openPost(TITLE);
    const pass = head.details.getByRole('button', { name: say('board.stage.pass', { stage: 'Lãnh đạo' }) });
    await pass.waitFor();
    await head.details.getByText(say('board.stage.waits', { name: 'Lãnh đạo' })).waitFor();
    await pass.click();
    await head.seeRow(TITLE, 'appraised', 'saved_here');

    await head.act('approve');
    const approving = head.dialog('window.approve.title');
    // The head has set the PIN just now: the key is open, and what is asked is the checklist.
    await approving.getByTitle(say('window.article.title')).waitFor();
    await approving.getByRole('button', { name: say('action.approve') }).click();
    await approving.getByText(say('workflow.denied.checks_open')).waitFor();
    await expectAccessible(page, 'approving with a checklist');
    await approving.getByRole('checkbox', { name: check }).click();
    await approving.getByRole('button', { name: say('action.approve') }).click();
    await approving.waitFor({ state: 'hidden' });
    await head.seeRow(TITLE, 'approved', 'saved_here');

    await portal.start();
    await head.syncUntil(TITLE, 'published', 'accepted');
    await sync(author);
    expect((await author.open(post)).state).toBe('published');
  });
});
