"use server";

import { chooseBriefMail } from "@/lib/domains/playbook/mutations/briefs/choose-mail";
import { briefMailSchema } from "@/lib/domains/playbook/schema";
import { defineAction } from "@/lib/platform/action/define-action";

export const setBriefMail = defineAction({
	permission: "brand.read-own",
	input: briefMailSchema,
	handler: ({ scope, input }) => chooseBriefMail(scope, input),
});
