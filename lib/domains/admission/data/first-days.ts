import "server-only";
import type { FirstDaysFacts } from "@/lib/domains/admission/rules/first-ninety-days";
import { tierPolicySchema } from "@/lib/domains/tiers/schema";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { readPolicyInForce } from "@/lib/platform/policies/read";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** What the data say of the organisation's current partner since its admission; null where there is none. */
export async function readFirstDaysFacts(scope: PartnerScope, asOf: Day): Promise<FirstDaysFacts | null> {
	const { rows } = await pool().query<FirstDaysFacts>(
		`SELECT to_char(p.admitted_on, 'YYYY-MM-DD') AS "admittedOn", p.tier,
		        to_char(p.next_verification_on, 'YYYY-MM-DD') AS "nextVerificationOn",
		        (SELECT to_char(min(b.from_day), 'YYYY-MM-DD') FROM shop_bindings b
		          WHERE b.partner_id = p.id AND b.status = 'CONFIRMED' AND b.from_day <= $2) AS "firstShopOn",
		        (SELECT to_char(min(d.day), 'YYYY-MM-DD') FROM gmv_partner_days d
		          WHERE d.partner_id = p.id AND d.paid_fen > 0) AS "firstGmvOn",
		        (SELECT to_char(min(c.issued_on), 'YYYY-MM-DD') FROM certificates c
		          WHERE c.partner_id = p.id AND c.issued_on <= $2 AND c.expires_on > $2
		            AND (c.revoked_on IS NULL OR c.revoked_on > $2)) AS "firstExpertOn"
		   FROM partners p WHERE p.organisation_id = $1 AND p.status IN ('ACTIVE', 'PROBATION')`,
		[scope.organisationId, asOf],
	);
	return rows[0] ?? null;
}

/** For how many days after its admission a newcomer is not demoted, by the tier policy in force. */
export async function readProtectionDays(asOf: Day): Promise<number> {
	const { document } = await readPolicyInForce("tiers", asOf, tierPolicySchema, db());
	return document.movement.protectionDays;
}
