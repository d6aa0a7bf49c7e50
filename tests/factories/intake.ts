import { createKey } from "@/lib/domains/intake/mutations/keys";
import type { ApiScope } from "@/lib/domains/intake/types";
import { createMember } from "./identity";

/** A key of a new lead; its words are in the answer. */
export async function createApiKey(
	values: Partial<{ sourceCode: string; scopes: ApiScope[]; days: number; now: Date }> = {},
) {
	const { scope } = await createMember({ role: "ops_lead" });
	const made = await createKey(
		scope,
		{
			name: "订单中台",
			sourceCode: values.sourceCode ?? "hub",
			scopes: values.scopes ?? ["orders:write", "shop-days:write", "batches:read", "totals:read"],
			days: values.days ?? 30,
		},
		values.now ?? new Date(),
	);
	if (!made.ok) throw new Error(made.reason);
	return { ...made, scope };
}
