import { addDays, addMonths, type Day } from "@/lib/platform/time";
import { demoId } from "./identifiers";
import { personName } from "./people";
import { createRandom, type Random } from "./random";
import { instantOn, type Timeline } from "./timeline";
import type { PartnerPlan, Standing } from "./types";

export type CertificatePlan = {
	id: string;
	number: string;
	partnerId: string;
	holderName: string;
	level: "junior" | "intermediate" | "senior";
	issuedOn: Day;
	expiresOn: Day;
};

type Heads = readonly [number, number];
/** Heads certified per level, fewest and most. */
const headsOf: Record<Standing, Record<CertificatePlan["level"], Heads>> = {
	champion: { senior: [3, 6], intermediate: [3, 8], junior: [4, 10] },
	giant: { senior: [1, 4], intermediate: [2, 7], junior: [3, 9] },
	"near-billion": { senior: [1, 3], intermediate: [2, 5], junior: [2, 8] },
	large: { senior: [0, 3], intermediate: [1, 5], junior: [1, 7] },
	"near-hundred-million": { senior: [0, 1], intermediate: [1, 4], junior: [1, 5] },
	medium: { senior: [0, 0], intermediate: [0, 3], junior: [2, 6] },
	small: { senior: [0, 0], intermediate: [0, 1], junior: [0, 4] },
};

/** Valid for two years; one in fifteen was not renewed, the others are so old at most that they still count. */
function issueDay(random: Random, timeline: Timeline): Day {
	if (random.chance(0.065)) return addDays(timeline.today, -random.int(740, 900));
	if (random.chance(0.15)) return addDays(timeline.today, -random.int(10, 200));
	return addDays(timeline.today, -random.int(200, 700));
}

/** The account's partner: a second expert above junior, certified a few months ago, is what lifted it to T3. */
const headsOfAccount = { senior: 1, intermediate: 1, junior: 4 } as const;

function issueDayOfAccount(random: Random, timeline: Timeline, level: CertificatePlan["level"]): Day {
	return addDays(timeline.today, level === "intermediate" ? -130 : -random.int(380, 560));
}

export function planCertificates(timeline: Timeline, partners: readonly PartnerPlan[]): CertificatePlan[] {
	const random = createRandom("certificates");
	const certificates: CertificatePlan[] = [];
	for (const partner of partners) {
		const holders = new Set<string>();
		for (const level of ["senior", "intermediate", "junior"] as const) {
			const [fewest, most] = headsOf[partner.standing][level];
			const count = partner.isOfAccount ? headsOfAccount[level] : random.int(fewest, most);
			for (let position = 0; position < count; position++) {
				let holderName = personName(random);
				while (holders.has(holderName)) holderName = personName(random);
				holders.add(holderName);
				const issuedOn = partner.isOfAccount
					? issueDayOfAccount(random, timeline, level)
					: issueDay(random, timeline);
				const serial = String(certificates.length + 1).padStart(5, "0");
				certificates.push({
					id: demoId("crt", instantOn(issuedOn, 16), random),
					number: `WMC-D${issuedOn.slice(0, 4)}-${serial}`,
					partnerId: partner.id,
					holderName,
					level,
					issuedOn,
					expiresOn: addMonths(issuedOn, 24),
				});
			}
		}
	}
	return certificates;
}
