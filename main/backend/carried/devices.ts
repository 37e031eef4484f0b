import { z } from 'zod';
import { type Certificate, certificateSchema, type DeviceNamesReply } from '../../../shared/sync/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

/** Certificates already checked against the portal's key. */
export function noteDevices(db: Store, certificates: readonly Certificate[]): void {
  const insert = db.prepare(
    `INSERT INTO device_certificate (device, words) VALUES (?, ?)
     ON CONFLICT (device) DO UPDATE SET words = excluded.words WHERE words <> excluded.words`,
  );
  db.transaction(() => {
    for (const certificate of certificates) insert.run(certificate.device, JSON.stringify(certificate));
  })();
}

/** Whose a device is, as the portal signed it; `null` for one that was never told of here. */
export function certificateOf(db: Store, device: string): Certificate | null {
  const row = db
    .prepare<[string], { words: string }>('SELECT words FROM device_certificate WHERE device = ?')
    .get(device);
  return row === undefined ? null : certificateSchema.parse(JSON.parse(row.words));
}

/** What devices are called, as the portal tells it. */
export function noteDeviceNames(db: Store, names: DeviceNamesReply['names']): void {
  const insert = db.prepare(
    `INSERT INTO device_name (device, name) VALUES (?, ?)
     ON CONFLICT (device) DO UPDATE SET name = excluded.name WHERE name <> excluded.name`,
  );
  db.transaction(() => {
    for (const { device, name } of names) insert.run(device, name);
  })();
}

/** What a device is called; `null` where nobody told, or it has no name. */
export function deviceNameOf(db: Store, device: string): string | null {
  const row = db.prepare<[string], { name: string }>('SELECT name FROM device_name WHERE device = ?').get(device);
  return row === undefined || row.name.trim() === '' ? null : row.name;
}

const TO_ASK = 'devicesToAsk';

/** A device wrote that no certificate is here of: the portal is asked for the unit's devices at the next sync. */
export function wantDevice(db: Store, device: string): void {
  if (readSetting(db, TO_ASK, z.boolean()) === true || certificateOf(db, device) !== null) return;
  writeSetting(db, TO_ASK, true);
}

/** Whether the portal is to be asked for the unit's devices: somebody's is unknown, or this computer's own. */
export function isDeviceToAsk(db: Store, own: string): boolean {
  return readSetting(db, TO_ASK, z.boolean()) === true || certificateOf(db, own) === null;
}

/** Whether the portal may be sent boxes of others: it has certified this device, so it knows what boxes are. */
export function mayCarry(db: Store, own: string): boolean {
  return certificateOf(db, own) !== null;
}

/** The portal has a new key: it certifies the unit's devices anew. */
export function wantAllDevices(db: Store): void {
  writeSetting(db, TO_ASK, true);
}

export function markDevicesAsked(db: Store): void {
  writeSetting(db, TO_ASK, false);
}
