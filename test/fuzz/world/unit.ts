import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { initPortal } from '../../../portal/index.ts';
import { worldFolder } from './folder.ts';

/** The board of the fuzzed unit: every role, and a second author who must never see the first one's drafts. */
export const MEMBERS = [
  { account: 'tacgia', name: 'Trần Thu Hà', title: 'Giáo viên', roles: ['author'] },
  { account: 'thamdinh', name: 'Phạm Đình Khôi', title: 'Phó Trưởng ban', roles: ['author', 'reviewer'] },
  { account: 'truongban', name: 'Nguyễn Thị Hoài An', title: 'Trưởng ban', roles: ['author', 'head'] },
  { account: 'tacgia2', name: 'Lê Văn Tám', title: 'Giáo viên', roles: ['author'] },
] as const;
export type Account = (typeof MEMBERS)[number]['account'];
export const PASSWORD = 'mật khẩu dài của trường';
export const PIN = '135790';

/** Makes a portal once; each world gets a copy, because passwords are made to be slow. */
export async function makeTemplate(): Promise<string> {
  const folder = join(worldFolder(), 'portal');
  await initPortal({
    folder,
    now: () => new Date(),
    unit: { id: 'thcs-song-tra', name: 'Trường THCS Sông Trà', level: 'school' },
    members: MEMBERS.map((member) => ({ ...member, password: PASSWORD })),
    contact: { address: 'Quảng Ngãi', phone: '0255 000 0000', email: 'a@b.example', responsible: 'Hiệu trưởng' },
  });
  return folder;
}

export function layTemplate(template: string, folder: string): void {
  cpSync(template, folder, { recursive: true });
}
