import { z } from "zod";

/** Whose choice it is comes from the session. */
export const rankingChoiceSchema = z.strictObject({ isPublic: z.boolean() });
