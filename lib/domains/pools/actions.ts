"use server";

import { revalidatePath } from "next/cache";
import { findPartnersByName } from "@/lib/domains/pools/data/pools";
import {
	createPool,
	decideChange,
	proposeChange,
	withdrawChange,
} from "@/lib/domains/pools/mutations/changes";
import { grantToPartner, moveGrant, returnToPool } from "@/lib/domains/pools/mutations/grants";
import { answerObjection, raiseObjection } from "@/lib/domains/pools/mutations/objections";
import {
	answerObjectionSchema,
	createPoolSchema,
	decideChangeSchema,
	findPartnersSchema,
	grantToPartnerSchema,
	moveGrantSchema,
	objectSchema,
	proposeChangeSchema,
	returnToPoolSchema,
	withdrawChangeSchema,
} from "@/lib/domains/pools/schema";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const openPool = defineAction({
	permission: "pool.manage",
	input: createPoolSchema,
	handler: async ({ scope, input }) => {
		const outcome = await createPool(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.pools());
		return outcome;
	},
});

export const proposePoolChange = defineAction({
	permission: "pool.manage",
	input: proposeChangeSchema,
	handler: async ({ scope, input }) => {
		const outcome = await proposeChange(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.pools(), "layout");
		return outcome;
	},
});

export const decidePoolChange = defineAction({
	permission: "pool.manage",
	input: decideChangeSchema,
	handler: async ({ scope, input }) => {
		const outcome = await decideChange(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.pools(), "layout");
		return outcome;
	},
});

export const withdrawPoolChange = defineAction({
	permission: "pool.manage",
	input: withdrawChangeSchema,
	handler: async ({ scope, input }) => {
		const outcome = await withdrawChange(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.pools(), "layout");
		return outcome;
	},
});

// Grants come by the thousand: the answer is the movement alone, and whoever looks at the page asks for it anew.
export const grantPoolAmount = defineAction({
	permission: "pool.manage",
	input: grantToPartnerSchema,
	handler: ({ scope, input }) => grantToPartner(scope, input),
});

export const movePoolGrant = defineAction({
	permission: "pool.manage",
	input: moveGrantSchema,
	handler: ({ scope, input }) => moveGrant(scope, input),
});

export const returnPoolAmount = defineAction({
	permission: "pool.manage",
	input: returnToPoolSchema,
	handler: ({ scope, input }) => returnToPool(scope, input),
});

export const findPoolPartners = defineAction({
	permission: "pool.manage",
	input: findPartnersSchema,
	handler: async ({ scope, input }) => ({
		ok: true as const,
		partners: await findPartnersByName(scope, input.q.trim()),
	}),
});

export const objectToPoolMonth = defineAction({
	permission: "pool.read-own",
	input: objectSchema,
	handler: async ({ scope, input }) => {
		const outcome = await raiseObjection(scope, input);
		if (outcome.ok) revalidatePath(routes.partner.pools());
		return outcome;
	},
});

export const answerPoolObjection = defineAction({
	permission: "pool.manage",
	input: answerObjectionSchema,
	handler: async ({ scope, input }) => {
		const outcome = await answerObjection(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.pools(), "layout");
		return outcome;
	},
});
