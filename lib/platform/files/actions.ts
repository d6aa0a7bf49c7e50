"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action/define-action";
import { removeFile } from "./mutations/remove-file";

/** Removes an uploaded file. Who may is for the gate of its purpose to say. */
export const removeStoredFile = defineAction({
	permission: "account.own",
	input: z.strictObject({ fileId: z.string().min(1).max(64) }),
	handler: ({ scope, input }) => removeFile(scope, input.fileId),
});
