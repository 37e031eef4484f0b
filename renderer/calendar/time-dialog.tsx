import { type SubmitEvent, useState } from 'react';
import type { CalendarEntry } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, TextField } from '../design/index.ts';
import { isAhead, movedTo, placeOf } from './days.ts';

interface TimeDialogProps {
  readonly entry: CalendarEntry;
  /** Resolves to whether it was set. */
  readonly onSet: (entry: CalendarEntry, at: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const DAY_MS = 86_400_000;

/** The way by keyboard to what dragging does, with the time of day too. */
export function TimeDialog({ entry, onSet, onClose }: TimeDialogProps) {
  const t = useT();
  const [local, setLocal] = useState(() => {
    const tomorrow = placeOf(new Date(Date.now() + DAY_MS).toISOString()).day;
    const { day, time } = placeOf(entry.at ?? movedTo(tomorrow, null));
    return `${day}T${time}`;
  });
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const time = Date.parse(`${local}:00.000+07:00`);
    if (Number.isNaN(time)) return setProblem(t('board.time.missing'));
    const at = new Date(time).toISOString();
    if (!isAhead(at, new Date().toISOString())) return setProblem(t('calendar.past'));
    if (await onSet(entry, at)) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('board.schedule.title')}
      description={entry.title}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button type="submit" form="calendar-time" variant="primary">
            {t('action.schedule')}
          </Button>
        </>
      }
    >
      <form id="calendar-time" data-help="quy-che" onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('calendar.at')}
          type="datetime-local"
          value={local}
          onChange={setLocal}
          error={problem ?? undefined}
        />
      </form>
    </Dialog>
  );
}
