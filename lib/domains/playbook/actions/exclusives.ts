"use server";

import { moveExclusive, proposeExclusive } from "@/lib/domains/playbook/mutations/exclusives";
import { moveExclusiveSchema, newExclusiveSchema } from "@/lib/domains/playbook/schema/exclusives";
import { defineAction } from "@/lib/platform/action/define-action";

export const proposeExclusiveProduct = defineAction({
	permission: "playbook.work",
	input: newExclusiveSchema,
	handler: ({ scope, input }) => proposeExclusive(scope, { ...input, now: new Date() }),
});

export const moveExclusiveProduct = defineAction({
	permission: "playbook.work",
	input: moveExclusiveSchema,
	handler: ({ scope, input }) => moveExclusive(scope, { ...input, now: new Date() }),
});
