import { inject } from 'vitest';

/** Set-up of the tests that run on PostgreSQL: from here on `startBoard` makes its portals there. */
process.env.BANTHAO_TEST_POSTGRES = inject('postgres');
