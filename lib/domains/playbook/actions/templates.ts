"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { findTemplateDraft } from "@/lib/domains/playbook/data/template-desk";
import {
	beginTemplateDraft,
	discardTemplateDraft,
	saveTemplateDraft,
} from "@/lib/domains/playbook/mutations/templates/drafts";
import { askForMigration } from "@/lib/domains/playbook/mutations/templates/migrate";
import { publishTemplate } from "@/lib/domains/playbook/mutations/templates/publish";
import { migrateSchema } from "@/lib/domains/playbook/schema/templates";
import { defineAction } from "@/lib/platform/action/define-action";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";

const target = z.strictObject({ draftId: z.string().min(1).max(64), version: z.int().min(1) });

function showAgain() {
	revalidatePath(routes.ops.playbookTemplates(), "layout");
}

/** Opens a draft of the newest version, or the one that is open already. */
export const beginPlaybookTemplate = defineAction({
	permission: "playbook.template",
	input: z.strictObject({}),
	handler: async ({ scope }) => {
		const outcome = await beginTemplateDraft(scope);
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** Saves the draft while it is written; called by itself, so it revalidates nothing. */
export const savePlaybookTemplate = defineAction({
	permission: "playbook.template",
	input: target.extend({ form: z.unknown() }),
	handler: ({ scope, input }) => saveTemplateDraft(scope, { ...input, form: input.form }),
});

/** The draft as the server holds it, for a window that was overtaken by another. */
export const readPlaybookTemplate = defineAction({
	permission: "playbook.template",
	input: z.strictObject({}),
	handler: async () => {
		const draft = await findTemplateDraft();
		return draft ? { ok: true, version: draft.version, form: draft.form } : refuse("NOT_FOUND");
	},
});

export const discardPlaybookTemplate = defineAction({
	permission: "playbook.template",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await discardTemplateDraft(scope, input);
		if (outcome.ok) showAgain();
		return outcome;
	},
});

export const publishPlaybookTemplate = defineAction({
	permission: "playbook.template",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await publishTemplate(scope, input);
		if (outcome.ok) showAgain();
		return outcome;
	},
});

export const migratePlaybooks = defineAction({
	permission: "playbook.template",
	input: migrateSchema,
	handler: async ({ scope, input }) => {
		const outcome = await askForMigration(scope, input);
		if (outcome.ok) showAgain();
		return outcome;
	},
});
