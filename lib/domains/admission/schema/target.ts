import { z } from "zod";

export const applicationId = z.string().min(1).max(64);

/** An application as the caller last saw it: a write of an older version is refused. */
export const applicationTarget = z.strictObject({ applicationId, version: z.int().min(1) });
