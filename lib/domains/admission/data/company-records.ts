import "server-only";
import type { RecordsOfCompany } from "@/lib/domains/admission/rules/application-facts";
import { normaliseUscc } from "@/lib/domains/admission/rules/uscc";
import { db, type Tx } from "@/lib/platform/db/client";

/** What the portal knows of a company under its credit code, past partnerships included. */
export async function readCompanyRecords(typedUscc: string, client: Tx = db()): Promise<RecordsOfCompany> {
	const uscc = normaliseUscc(typedUscc);
	if (uscc === "") return { isUsccAdmitted: false, redLines: [] };
	const partners = await client.partner.findMany({
		where: { uscc },
		select: {
			status: true,
			redLines: { where: { withdrawnAt: null }, select: { id: true, kind: true, occurredOn: true } },
		},
	});
	return {
		isUsccAdmitted: partners.some((partner) => partner.status !== "EXITED"),
		redLines: partners.flatMap((partner) =>
			partner.redLines.map((line) => ({ ...line, occurredOn: line.occurredOn.toISOString().slice(0, 10) })),
		),
	};
}
