"use server";

import { refresh } from "next/cache";
import { askForBrand, withdrawRequest } from "@/lib/domains/playbook/mutations/brand-requests/ask";
import { acceptRequest, refuseRequest } from "@/lib/domains/playbook/mutations/brand-requests/decide";
import {
	acceptRequestSchema,
	brandRequestSchema,
	refuseRequestSchema,
	requestTokenSchema,
} from "@/lib/domains/playbook/schema/brand-requests";
import { defineAction, definePublicAction } from "@/lib/platform/action/define-action";
import { readClientAddress } from "@/lib/platform/session/client-address";
import { getSession } from "@/lib/platform/session/session";

export const askToJoin = definePublicAction({
	permission: "public",
	input: brandRequestSchema,
	handler: async ({ input }) => {
		const session = await getSession();
		const asked = await askForBrand(input, {
			address: await readClientAddress(),
			userId: session?.scope.userId ?? null,
		});
		// The link is the proof that the mail was read: it goes there and not to the browser.
		return asked.ok ? { ok: true } : asked;
	},
});

export const withdrawBrandRequest = definePublicAction({
	permission: "public",
	input: requestTokenSchema,
	handler: async ({ input }) => {
		const outcome = await withdrawRequest(input.token, await readClientAddress(), new Date());
		refresh();
		return outcome;
	},
});

export const acceptBrandRequest = defineAction({
	permission: "playbook.manage",
	input: acceptRequestSchema,
	handler: ({ scope, input }) => acceptRequest(scope, { ...input, now: new Date() }),
});

export const refuseBrandRequest = defineAction({
	permission: "playbook.manage",
	input: refuseRequestSchema,
	handler: ({ scope, input }) => refuseRequest(scope, { ...input, now: new Date() }),
});
