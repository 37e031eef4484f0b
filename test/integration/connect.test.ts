import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBackend } from '../../main/backend/index.ts';
import { clientOf, createClient } from '../../shared/contract/index.ts';
import { makeComputer, makePortal, PASSWORD, signedIn, sync, testFolder } from './board.ts';

const certificate = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/certificates/${name}`, import.meta.url));
const account = { account: 'tacgia', password: PASSWORD };

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function codeOf(address: string, more: object = {}): Promise<string> {
  const computer = await makeComputer();
  return computer.client.call('connect.signIn', { address, ...account, ...more }).then(
    () => 'signed in',
    (error: { code: string }) => error.code,
  );
}

function secureServer(name: string): Promise<number> {
  return listen(
    createHttpsServer({ key: certificate('key.pem'), cert: certificate(name) }, (_request, response) =>
      response.end('{}'),
    ),
  );
}

describe('connecting to a portal', () => {
  it('says what is wrong with the address', async () => {
    expect(await codeOf('không phải địa chỉ')).toBe('address_invalid');
    expect(await codeOf('ftp://truong.example')).toBe('address_invalid');
    expect(await codeOf('http://truong.example')).toBe('address_insecure');
    expect(await codeOf('truong.invalid')).toBe('portal_not_found');
    const closed = await listen(createHttpServer());
    const portal = await makePortal();
    await portal.stop();
    expect(await codeOf(portal.url())).toBe('portal_refused');
    expect(closed).toBeGreaterThan(0);
  });

  it('says that another kind of site answers, a captive portal’s page among them', async () => {
    const page = await listen(createHttpServer((_request, response) => response.end('<html>Đăng nhập Wi-Fi</html>')));
    expect(await codeOf(`http://127.0.0.1:${page}`)).toBe('not_a_portal');
    const redirect = await listen(
      createHttpServer((_request, response) => response.writeHead(302, { location: '/login' }).end()),
    );
    expect(await codeOf(`http://127.0.0.1:${redirect}`)).toBe('not_a_portal');
  });

  it('says that a certificate has expired or cannot be trusted, before any password is sent', async () => {
    expect(await codeOf(`https://localhost:${await secureServer('untrusted.pem')}`)).toBe('certificate_untrusted');
    const before = tls.getCACertificates('default');
    tls.setDefaultCACertificates([...before, certificate('expired.pem').toString()]);
    onTestFinished(() => tls.setDefaultCACertificates(before));
    expect(await codeOf(`https://localhost:${await secureServer('expired.pem')}`)).toBe('certificate_expired');
  });

  it('says that account or password is wrong, the same for both', async () => {
    const portal = await makePortal();
    expect(await codeOf(portal.url(), { password: 'sai' })).toBe('wrong_password');
    expect(await codeOf(portal.url(), { account: 'nguoila' })).toBe('wrong_password');
    expect(await codeOf(portal.url())).toBe('signed in');
  });

  it('keeps a data folder with the unit and the person it belongs to', async () => {
    const ours = await makePortal();
    const theirs = await makePortal({ id: 'thcs-khac', name: 'Trường THCS Khác' });
    const rebuilt = await makePortal();
    const author = await signedIn(ours, 'tacgia');
    const signIn = (address: string, name = 'tacgia') =>
      author.client.call('connect.signIn', { address, account: name, password: PASSWORD });
    await expect(signIn(theirs.url())).rejects.toMatchObject({
      code: 'other_unit',
      params: { ours: 'Trường THCS Sông Trà', theirs: 'Trường THCS Khác' },
    });
    await expect(signIn(rebuilt.url())).rejects.toMatchObject({ code: 'other_portal' });
    await expect(signIn(ours.url(), 'thamdinh')).rejects.toMatchObject({ code: 'other_person' });
    // The folder is still the author's, and still works.
    expect((await sync(author)).state).toBe('idle');
    await signIn(ours.url());
    expect((await author.client.call('app.state', null)).isSignedIn).toBe(true);
  });
});

describe('signing in again over a line that is slow to answer', () => {
  it('keeps every word that is written meanwhile, and the window where it is', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const { post } = await author.client.call('posts.create', { kind: 'news' });
    const asked = Promise.withResolvers<void>();
    const silent = createHttpServer(() => asked.resolve());
    onTestFinished(() => silent.closeAllConnections());
    const address = `http://127.0.0.1:${await listen(silent)}`;
    const signing = author.client.call('connect.signIn', { address, ...account }).catch(({ code }) => code);
    await asked.promise;
    expect((await author.client.call('app.state', null)).profile).not.toBeNull();
    const step = { post, base: null, order: null, blocks: [] };
    await author.client.call('draft.write', { ...step, fields: { title: 'Viết trong lúc chờ' } });
    silent.closeAllConnections();
    expect(await signing).toBe('line_cut');

    const again = author.client.call('connect.signIn', { address: portal.url(), ...account });
    await author.client.call('draft.write', { ...step, fields: { summary: 'Và lúc đang vào.' } });
    await again;
    const { fields } = await author.client.call('posts.open', { post });
    expect(fields).toMatchObject({ title: 'Viết trong lúc chờ', summary: 'Và lúc đang vào.' });
    expect((await sync(author)).state).toBe('idle');
  });
});

describe('two windows of one computer', () => {
  it('write nothing into the data of the person that the other one has changed to', async () => {
    const portal = await makePortal();
    const [author, head] = [await signedIn(portal, 'tacgia'), await signedIn(portal, 'truongban')];
    const theirs = join(head.home, 'demo', 'people', 'ha');
    await head.restart(() => cpSync(join(author.home, 'profiles', 'unit'), theirs, { recursive: true }));
    const home = testFolder();
    cpSync(head.home, home, { recursive: true, filter: (path) => !path.endsWith('lock') });
    writeFileSync(join(home, 'state.json'), JSON.stringify({ current: 'demo-ha', language: 'vi', textSize: 100 }));
    const around = {
      now: () => new Date(),
      random: () => 0.5,
      onNotice: () => {},
      onBug: () => {},
      onDamage: () => {},
    };
    const backend = await openBackend({ home, version: 'test', demoCommand: null }, around);
    onTestFinished(() => backend.close());
    const line = createClient((message) => void backend.handle(message).then((reply) => line.receive(reply)));
    const ofAuthor = clientOf(line.client, 'demo-ha');
    const { post } = await ofAuthor.call('posts.create', { kind: 'news' });
    const step = { post, base: null, fields: { title: 'Của Hà' }, order: null, blocks: [] };
    await ofAuthor.call('draft.write', step);

    await line.client.call('profile.switch', { key: 'unit' });
    await expect(ofAuthor.call('draft.write', step)).rejects.toMatchObject({ code: 'other_profile' });
    expect((await line.client.call('posts.counts', null)).all).toBe(0);
    expect((await clientOf(line.client, 'unit').call('posts.counts', null)).all).toBe(0);
  });
});
