"use server";

import { revalidatePath } from "next/cache";
import { defineAction, definePublicAction } from "@/lib/platform/action/define-action";
import { getLocale } from "@/lib/platform/i18n/server";
import { readClientAddress } from "@/lib/platform/session/client-address";
import { acceptAsNewUser, acceptAsSelf, acceptWithPassword } from "../mutations/accept-invitation";
import { inviteMember, revokeInvitation } from "../mutations/invitations";
import { changeRole, removeMember } from "../mutations/members";
import {
	acceptAsNewSchema,
	acceptWithPasswordSchema,
	changeRoleSchema,
	inviteSchema,
	rowSchema,
	tokenSchema,
} from "../schema";

function refreshMembers(): void {
	revalidatePath("/", "layout");
}

export const invite = defineAction({
	permission: "organisation.manage-members",
	input: inviteSchema,
	handler: async ({ scope, input }) => {
		const outcome = await inviteMember(scope, { ...input, locale: await getLocale() });
		refreshMembers();
		return outcome;
	},
});

export const withdrawInvitation = defineAction({
	permission: "organisation.manage-members",
	input: rowSchema,
	handler: async ({ scope, input }) => {
		const outcome = await revokeInvitation(scope, input.id);
		refreshMembers();
		return outcome;
	},
});

export const changeMemberRole = defineAction({
	permission: "organisation.manage-members",
	input: changeRoleSchema,
	handler: async ({ scope, input }) => {
		const outcome = await changeRole(scope, input);
		refreshMembers();
		return outcome;
	},
});

export const removeFromOrganisation = defineAction({
	permission: "organisation.manage-members",
	input: rowSchema,
	handler: async ({ scope, input }) => {
		const outcome = await removeMember(scope, input.id);
		refreshMembers();
		return outcome;
	},
});

export const joinWithNewAccount = definePublicAction({
	permission: "public",
	input: acceptAsNewSchema,
	handler: async ({ input }) => acceptAsNewUser(input, await readClientAddress()),
});

export const joinWithPassword = definePublicAction({
	permission: "public",
	input: acceptWithPasswordSchema,
	handler: async ({ input }) => acceptWithPassword(input, await readClientAddress()),
});

export const joinAsSelf = defineAction({
	permission: "account.own",
	input: tokenSchema,
	handler: ({ scope, sessionId, input }) => acceptAsSelf(scope, sessionId, input.token),
});
