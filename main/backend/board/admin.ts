import { z } from 'zod';
import {
  type AddedMember,
  type AddMemberRequest,
  type AdminDevice,
  API,
  addedMemberSchema,
  adminDevicesReplySchema,
  type CoverageReply,
  coverageReplySchema,
  type EraseRequest,
  everyPage,
  type HandOverRequest,
  type MergedPost,
  memberSchema,
  mergedPostsReplySchema,
  type NameDeviceRequest,
  type ResetPasswordReply,
  type ResetPasswordRequest,
  type RevokeRequest,
  resetPasswordReplySchema,
  revokedReplySchema,
  type SetMemberRequest,
  type SetRulesRequest,
  type SetSiteRequest,
  type SiteSettingsReply,
  siteSettingsReplySchema,
  type WithdrawMergedRequest,
} from '../../../shared/sync/index.ts';
import { regulationVersionSchema } from '../../../shared/workflow/index.ts';
import type { AskAsMember, SyncLoop } from '../sync/index.ts';

/** What the head and the administrator ask of the portal. Online, or not at all: each throws as `askPortal`. */
export interface Admin {
  setRules(request: SetRulesRequest): Promise<void>;
  setMember(request: SetMemberRequest): Promise<void>;
  readSite(): Promise<SiteSettingsReply>;
  setSite(request: SetSiteRequest): Promise<void>;
  readCoverage(): Promise<CoverageReply>;
  addMember(request: AddMemberRequest): Promise<AddedMember>;
  resetPassword(request: ResetPasswordRequest): Promise<ResetPasswordReply>;
  handOver(request: HandOverRequest): Promise<{ posts: number }>;
  devices(): Promise<AdminDevice[]>;
  erase(request: EraseRequest): Promise<{ erased: number }>;
  mergedPosts(): Promise<MergedPost[]>;
  withdrawMerged(request: WithdrawMergedRequest): Promise<void>;
  revoke(request: RevokeRequest): Promise<{ devices: number; flagged: number }>;
  /** By whoever owns the computer, whatever their role. */
  nameDevice(request: NameDeviceRequest): Promise<void>;
}

export function createAdmin(ask: AskAsMember, sync: SyncLoop): Admin {
  // What was set comes back by the feed, to this computer as to all.
  const told = async (): Promise<void> => void (await sync.now());
  return {
    setRules: async (body) => {
      await ask({ path: API.rules, body, reply: regulationVersionSchema });
      await told();
    },
    setMember: async (body) => {
      await ask({ path: API.members, body, reply: memberSchema });
      await told();
    },
    readSite: () => ask({ path: API.site, reply: siteSettingsReplySchema }),
    readCoverage: () => ask({ path: API.coverage, reply: coverageReplySchema }),
    setSite: async (body) => {
      await ask({ path: API.site, body, reply: z.object({ version: z.int() }) });
    },
    addMember: async (body) => {
      const added = await ask({ path: API.addMember, body, reply: addedMemberSchema });
      await told();
      return added;
    },
    resetPassword: (body) => ask({ path: API.resetPassword, body, reply: resetPasswordReplySchema }),
    handOver: async (body) => {
      const handed = await ask({ path: API.handOver, body, reply: z.object({ posts: z.int() }) });
      await told();
      return handed;
    },
    devices: async () => {
      const pages = await everyPage(API.adminDevices, (path) => ask({ path, reply: adminDevicesReplySchema }));
      const newestFirst = (one: AdminDevice, other: AdminDevice) => other.registeredAt.localeCompare(one.registeredAt);
      return pages.flatMap(({ devices }) => devices).sort(newestFirst);
    },
    erase: async (body) => {
      const done = await ask({ path: API.erase, body, reply: z.object({ erased: z.int() }) });
      await told();
      return done;
    },
    mergedPosts: async () => {
      const pages = await everyPage(API.mergedPosts, (path) => ask({ path, reply: mergedPostsReplySchema }));
      return pages.flatMap(({ posts }) => posts);
    },
    withdrawMerged: async (body) => {
      await ask({ path: API.withdrawMerged, body, reply: z.object({}) });
    },
    revoke: async (body) => {
      const revoked = await ask({ path: API.revoke, body, reply: revokedReplySchema });
      await told();
      return revoked;
    },
    nameDevice: async (body) => {
      await ask({ path: API.deviceNames, body, reply: z.object({}) });
    },
  };
}
