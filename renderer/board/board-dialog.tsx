import { useState } from 'react';
import { useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, TabList, TabPanel, TabRoot } from '../design/index.ts';
import styles from './board.module.css';
import { Devices } from './devices.tsx';
import { Members } from './members.tsx';
import { MergedPosts } from './merged-posts.tsx';

const TABS = ['members', 'devices', 'merged'] as const;

/** Who is of the board, in which roles, on which computers: for the head and the administrator, online. */
export function BoardDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [tab, setTab] = useState<(typeof TABS)[number]>('members');
  // Few units ever took another one over: whoever did not is spared the third tab.
  const merged = useQuery('board.mergedPosts', null);
  const taken = merged.data ?? [];
  const tabs = TABS.filter((value) => value !== 'merged' || taken.length > 0 || tab === 'merged');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={t('people.title')}
      description={t('people.lead')}
      footer={<Button onClick={onClose}>{t('window.close')}</Button>}
    >
      <TabRoot value={tab} onValueChange={(next: (typeof TABS)[number]) => setTab(next)} data-help="quy-che">
        <TabList label={t('people.title')} items={tabs.map((value) => ({ value, label: t(`people.tab.${value}`) }))} />
        <TabPanel value="members" className={styles.panel}>
          <Members />
        </TabPanel>
        <TabPanel value="devices" className={styles.panel}>
          <Devices />
        </TabPanel>
        <TabPanel value="merged" className={styles.panel}>
          <MergedPosts posts={taken} onChanged={merged.refetch} />
        </TabPanel>
      </TabRoot>
    </Dialog>
  );
}
