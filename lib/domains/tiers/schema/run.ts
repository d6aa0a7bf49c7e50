import { z } from "zod";

export const runIdSchema = z.string().min(1, { error: "REQUIRED" }).max(64, { error: "NOT_FOUND" });

/** Why a run is made again, or dropped: read by auditors and, where they saw it, told to partners. */
export const reasonSchema = z.string().trim().min(5, { error: "TOO_SHORT" }).max(500, { error: "TOO_LONG" });
