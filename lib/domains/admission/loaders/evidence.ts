import "server-only";
import { listEvidence } from "@/lib/domains/admission/data/evidence";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

/** The evidence of the organisation's own application, for the form it belongs to. */
export async function loadOwnEvidence(applicationId: string): Promise<EvidenceFile[]> {
	const scope = await requireScope("application.edit", routes.partner.application());
	return listEvidence(scope, applicationId);
}
