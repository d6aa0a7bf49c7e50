import { z } from "zod";
import { text } from "@/lib/domains/admission/schema/fields";
import { applicationId } from "@/lib/domains/admission/schema/target";

/** A declaration of interest: in whose case, and what binds the person to it. */
export const conflictSchema = z.strictObject({ applicationId, reason: text(500) });
