import type { Role } from "@/lib/platform/access/permissions";
import { addDays, addMonths, type Day } from "@/lib/platform/time";
import { type AccountHome, demoAccounts } from "../accounts";
import { demoId } from "./identifiers";
import { createRandom, type Random } from "./random";
import { instantOn, type Timeline } from "./timeline";

export type UserPlan = {
	id: string;
	membershipId: string;
	email: string;
	name: string;
	role: Role;
	/** Null: the platform's own organisation, which may be there already. */
	organisationId: string | null;
	createdAt: Date;
};

/** An organisation whose founder registered it, and when. */
export type Founded = { organisationId: string; contactName: string; registeredOn: Day };

function planUser(
	random: Random,
	day: Day,
	values: Omit<UserPlan, "id" | "membershipId" | "createdAt">,
): UserPlan {
	const createdAt = instantOn(day, random.between(9, 17));
	return {
		...values,
		id: demoId("usr", createdAt, random),
		membershipId: demoId("mem", createdAt, random),
		createdAt,
	};
}

/**
 * The accounts people are told of, and an owner for every company. `homes` are the organisations of the accounts;
 * a company that is one of them has its owner among the accounts.
 */
export function planUsers(
	timeline: Timeline,
	homes: Readonly<Record<Exclude<AccountHome, "platform">, Founded>>,
	companies: readonly Founded[],
): UserPlan[] {
	const random = createRandom("users");
	const staffSince = addMonths(timeline.today, -58);
	const accounts = demoAccounts.map(({ email, name, role, home }) => {
		if (home === "platform") return planUser(random, staffSince, { email, name, role, organisationId: null });
		const { organisationId, registeredOn } = homes[home];
		const day = role === "partner_member" ? addDays(registeredOn, 45) : registeredOn;
		return planUser(random, day, { email, name, role, organisationId });
	});
	const owned = new Set(accounts.map((account) => account.organisationId));
	const owners = companies
		.filter((company) => !owned.has(company.organisationId))
		.map((company, index) =>
			planUser(random, company.registeredOn, {
				email: `p${String(index + 1).padStart(3, "0")}@partners.windmaker.example`,
				name: company.contactName,
				role: "partner_owner",
				organisationId: company.organisationId,
			}),
		);
	return [...accounts, ...owners];
}
