import "server-only";
import { notFound } from "next/navigation";
import { guessMapping } from "@/lib/domains/gmv/rules/guess-mapping";
import { listMappings } from "@/lib/domains/intake/data/mappings";
import { findRehearsal } from "@/lib/domains/intake/data/rehearsals";
import { findMappableUpload } from "@/lib/domains/intake/data/uploads";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** Saved mappings, those out of use last. */
export async function loadMappings() {
	const scope = await requireScope("import.read", routes.ops.importMappings());
	return {
		mappings: await listMappings(scope, { withArchived: true }),
		canManage: can(scope.role, "import.manage"),
	};
}

/** A file that waits for its columns to be mapped, what a guess makes of it, and its last dry run. */
export async function loadMappableUpload(id: string) {
	const scope = await requireScope("import.manage", routes.ops.imports());
	const now = new Date();
	const found = await findMappableUpload(scope, id, now);
	if (!found) notFound();
	const { upload, opening } = found;
	const latest = addDays(businessDayOf(now), 1);
	const [mappings, rehearsal] = await Promise.all([listMappings(scope), findRehearsal(scope, id, now)]);
	return {
		upload,
		opening,
		mappings,
		rehearsal,
		latest,
		guess: opening && guessMapping(upload.grain, opening, latest),
	};
}
