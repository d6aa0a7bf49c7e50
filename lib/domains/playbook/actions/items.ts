"use server";

import { refresh } from "next/cache";
import {
	addTextEvidence,
	assignItem,
	commentItem,
	removeTextEvidence,
} from "@/lib/domains/playbook/mutations/evidence";
import { moveItem } from "@/lib/domains/playbook/mutations/move-item";
import {
	assignSchema,
	commentSchema,
	evidenceSchema,
	moveItemSchema,
	removeEvidenceSchema,
} from "@/lib/domains/playbook/schema";
import { defineAction } from "@/lib/platform/action/define-action";

/** Whatever the answer, the page shows what stands afterwards. */
export const movePlaybookItem = defineAction({
	permission: "playbook.work",
	input: moveItemSchema,
	handler: async ({ scope, input }) => {
		const outcome = await moveItem(scope, { ...input, now: new Date() });
		refresh();
		return outcome;
	},
});

export const commentPlaybookItem = defineAction({
	permission: "playbook.work",
	input: commentSchema,
	handler: async ({ scope, input }) => {
		const outcome = await commentItem(scope, { ...input, now: new Date() });
		refresh();
		return outcome;
	},
});

export const handInEvidence = defineAction({
	permission: "playbook.work",
	input: evidenceSchema,
	handler: async ({ scope, input }) => {
		const outcome = await addTextEvidence(scope, { ...input, now: new Date() });
		refresh();
		return outcome;
	},
});

export const takeBackEvidence = defineAction({
	permission: "playbook.work",
	input: removeEvidenceSchema,
	handler: async ({ scope, input }) => {
		const outcome = await removeTextEvidence(scope, { ...input, now: new Date() });
		refresh();
		return outcome;
	},
});

export const assignPlaybookItem = defineAction({
	permission: "playbook.work",
	input: assignSchema,
	handler: async ({ scope, input }) => {
		const outcome = await assignItem(scope, { ...input, now: new Date() });
		refresh();
		return outcome;
	},
});
