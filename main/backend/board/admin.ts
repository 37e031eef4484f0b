import { z } from 'zod';
import {
  type AddedMember,
  type AddMemberRequest,
  type AdminDevice,
  API,
  addedMemberSchema,
  adminDeviceSchema,
  type EraseRequest,
  memberSchema,
  type RevokeRequest,
  type SetMemberRequest,
  type SetRulesRequest,
  type SetSiteRequest,
  type SiteSettingsReply,
  siteSettingsReplySchema,
} from '../../../shared/sync/index.ts';
import { regulationVersionSchema } from '../../../shared/workflow/index.ts';
import { askPortal, type SyncLoop } from '../sync/index.ts';

/** What the head and the administrator ask of the portal. Online, or not at all: each throws as `askPortal`. */
export interface Admin {
  setRules(request: SetRulesRequest): Promise<void>;
  setMember(request: SetMemberRequest): Promise<void>;
  readSite(): Promise<SiteSettingsReply>;
  setSite(request: SetSiteRequest): Promise<void>;
  addMember(request: AddMemberRequest): Promise<AddedMember>;
  devices(): Promise<AdminDevice[]>;
  erase(request: EraseRequest): Promise<{ erased: number }>;
  revoke(request: RevokeRequest): Promise<{ devices: number; flagged: number }>;
}

const revokedSchema = z.object({ devices: z.array(z.string()), flagged: z.array(z.string()) });

/** @param line where the portal is and who asks, as they are at that moment. */
export function createAdmin(line: () => { address: string; token: string | null }, sync: SyncLoop): Admin {
  // What was set comes back by the feed, to this computer as to all.
  const told = async (): Promise<void> => void (await sync.now());
  return {
    setRules: async (body) => {
      await askPortal({ ...line(), path: API.rules, body, reply: regulationVersionSchema });
      await told();
    },
    setMember: async (body) => {
      await askPortal({ ...line(), path: API.members, body, reply: memberSchema });
      await told();
    },
    readSite: () => askPortal({ ...line(), path: API.site, reply: siteSettingsReplySchema }),
    setSite: async (body) => {
      await askPortal({ ...line(), path: API.site, body, reply: z.object({ version: z.int() }) });
    },
    addMember: async (body) => {
      const added = await askPortal({ ...line(), path: API.addMember, body, reply: addedMemberSchema });
      await told();
      return added;
    },
    devices: () => askPortal({ ...line(), path: API.adminDevices, reply: z.array(adminDeviceSchema) }),
    erase: async (body) => {
      const done = await askPortal({ ...line(), path: API.erase, body, reply: z.object({ erased: z.int() }) });
      await told();
      return done;
    },
    revoke: async (body) => {
      const { devices, flagged } = await askPortal({ ...line(), path: API.revoke, body, reply: revokedSchema });
      await told();
      return { devices: devices.length, flagged: flagged.length };
    },
  };
}
