import type { Role } from '../../shared/workflow/index.ts';

/** The fictional sample school. Phone and mail lead nowhere on purpose (`.example` is a reserved domain). */
export const SAMPLE_UNIT = {
  name: 'Trường THCS Sông Trà',
  shortName: 'THCS Sông Trà',
  address: 'Số 00 đường Ven Sông, phường Trà Khúc, tỉnh Quảng Ngãi (địa chỉ minh họa)',
  phone: '0255 000 0000',
  email: 'lienhe@thcssongtra.example',
  responsible: 'Nguyễn Thị Hoài An, Hiệu trưởng, Trưởng ban Biên tập',
} as const;

/** A member of the sample school's editorial board. */
export interface SamplePerson {
  readonly key: 'author' | 'reviewer' | 'head';
  /** Short unaccented login. */
  readonly account: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

/** The three board members of the sample school, all fictional. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    key: 'author',
    account: 'thuha',
    name: 'Trần Thu Hà',
    title: 'Giáo viên Ngữ văn, thành viên Ban Biên tập',
    roles: ['author'],
  },
  {
    key: 'reviewer',
    account: 'dinhkhoi',
    name: 'Phạm Đình Khôi',
    title: 'Phó Hiệu trưởng, Phó Trưởng ban Biên tập',
    roles: ['author', 'reviewer'],
  },
  {
    key: 'head',
    account: 'hoaian',
    name: 'Nguyễn Thị Hoài An',
    title: 'Hiệu trưởng, Trưởng ban Biên tập',
    roles: ['author', 'head'],
  },
];
