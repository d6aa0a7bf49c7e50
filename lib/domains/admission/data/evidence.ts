import "server-only";
import { listFiles } from "@/lib/platform/files/data";
import type { EvidenceFile } from "@/lib/platform/files/types";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";

/**
 * The evidence of an application, oldest first; a file's slot is the force or the track fact it stands for. The company
 * sees its own; the platform sees it from the first submission on, and with it what was taken back since.
 */
export function listEvidence(
	scope: PartnerScope | PlatformScope,
	applicationId: string,
): Promise<EvidenceFile[]> {
	return listFiles(scope, { purpose: "APPLICATION", subjectId: applicationId });
}
