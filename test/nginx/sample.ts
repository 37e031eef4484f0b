import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DEPLOY = resolve(import.meta.dirname, '../../deploy');

interface SampleSite {
  /** Where its own files go. */
  readonly folder: string;
  /** The loopback port it listens on. */
  readonly port: number;
  readonly portal: { readonly port: number; readonly folder: string };
  /** More servers, in nginx's words. */
  readonly more?: string;
}

/**
 * Starts a real nginx with the sample site of `deploy/`, but its TLS, before a portal on this machine.
 *
 * @returns stops it.
 */
export function startNginx({ folder, port, portal, more = '' }: SampleSite): () => void {
  const sample = readFileSync(join(DEPLOY, 'nginx.conf'), 'utf8')
    .replace(/server \{\s+listen 80;.*?\n\}\n/s, '')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace('http2 on;', '')
    .replace(/^\s+ssl_.*$/gm, '')
    .replaceAll('/etc/nginx/banthao-page-headers.conf', join(DEPLOY, 'banthao-page-headers.conf'))
    .replaceAll('/srv/banthao/site', join(portal.folder, 'site'))
    .replaceAll('127.0.0.1:8480', `127.0.0.1:${portal.port}`);
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `user root; pid ${folder}/pid; error_log ${folder}/errors; worker_processes auto; events {}
http { access_log off; default_type text/html; sendfile on;
${more}
${sample}
}`,
  );
  execFileSync('nginx', ['-c', config], { stdio: ['ignore', 'inherit', 'inherit'] });
  return () => void execFileSync('nginx', ['-c', config, '-s', 'stop'], { stdio: 'ignore' });
}
