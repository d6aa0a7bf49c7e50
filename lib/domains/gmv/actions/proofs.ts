"use server";

import { z } from "zod";
import { findProofRequest } from "@/lib/domains/gmv/data/proofs";
import { askForProof } from "@/lib/domains/gmv/mutations/ask-for-proof";
import { defineAction } from "@/lib/platform/action/define-action";

export const runProof = defineAction({
	permission: "proof.run",
	input: z.strictObject({}),
	handler: ({ scope }) => askForProof(scope),
});

/** How far the proof under way is; asked again and again while one is. */
export const readProofRun = defineAction({
	permission: "gmv.read",
	input: z.strictObject({}),
	handler: async ({ scope }) => ({ ok: true, request: await findProofRequest(scope) }),
});
