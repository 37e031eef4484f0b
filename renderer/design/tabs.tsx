import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import styles from './tabs.module.css';

interface TabListProps<Value extends string> {
  readonly label: string;
  readonly items: readonly { readonly value: Value; readonly label: string }[];
}

/** The row of tabs. Use inside `TabRoot`, which holds the value, beside one `TabPanel` a tab. */
export function TabList<Value extends string>({ label, items }: TabListProps<Value>) {
  return (
    <BaseTabs.List className={styles.list} aria-label={label}>
      {items.map((item) => (
        <BaseTabs.Tab key={item.value} value={item.value} className={styles.tab}>
          {item.label}
        </BaseTabs.Tab>
      ))}
    </BaseTabs.List>
  );
}

export const TabRoot = BaseTabs.Root;
export const TabPanel = BaseTabs.Panel;
