import { type ForceCode, forceCodes } from "@/lib/domains/forces/constants";
import { compositeWith } from "@/lib/domains/forces/rules/raise-force";
import type { Improvement } from "@/lib/domains/tiers/rules/find-improvements";
import { factsOf } from "@/lib/domains/tiers/rules/rejudge";
import {
	WAN_FEN,
	type WhatIfField,
	type WhatIfInput,
	type WhatIfValues,
} from "@/lib/domains/tiers/schema/what-if";
import type { DecisionReceipt, PartnerFacts } from "@/lib/domains/tiers/types";
import { BPS } from "@/lib/platform/money/bps";
import { ceilDiv } from "@/lib/platform/money/ratio";

/** The receipt's facts with the changed values in place; whatever was left alone stays exact. */
export function changeFacts(receipt: DecisionReceipt, { values, changed }: WhatIfInput): PartnerFacts {
	const facts = factsOf(receipt);
	const has = (field: WhatIfField) => changed.includes(field);
	const raised = forceCodes.filter(has);
	const forcesBps = { ...facts.forcesBps };
	for (const force of raised) forcesBps[force] = hundredths(values[force]);
	const experts = { ...facts.experts };
	for (const level of ["senior", "intermediate", "junior"] as const)
		if (has(level)) experts[level] = Number(values[level]);
	return {
		...facts,
		gmvFen: has("gmv") ? BigInt(hundredths(values.gmv)) * (WAN_FEN / 100n) : facts.gmvFen,
		compositeBps: raised.length > 0 ? compositeOf(receipt, forcesBps, raised) : facts.compositeBps,
		forcesBps,
		experts,
		...(has("disputeRate") && { disputes: hundredths(values.disputeRate), paidOrders: BPS }),
	};
}

/** The policy's weights; a force that was left alone counts with its exact fraction. */
function compositeOf(
	{ scorecard, inputs }: DecisionReceipt,
	forcesBps: Readonly<Record<ForceCode, number>>,
	changed: readonly ForceCode[],
): number {
	if (!scorecard) return inputs.compositeBps;
	const card = {
		...scorecard,
		forces: scorecard.forces.map((force) =>
			changed.includes(force.force) ? { ...force, indicators: [] } : force,
		),
	};
	return compositeWith(card, Object.fromEntries(changed.map((force) => [force, forcesBps[force]])));
}

/** "12.3" → 1230, without a detour through a fraction that is not exact. */
function hundredths(text: string): number {
	const [whole = "0", fraction = ""] = text.split(".");
	return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
}

/** A set of improvements as values of the form, rounded to its decimals on the side that still reaches the tier. */
export function valuesOf(receipt: DecisionReceipt, set: readonly Improvement[]): Partial<WhatIfValues> {
	const values: Partial<WhatIfValues> = {};
	for (const one of set) {
		if (one.kind === "gmv") values.gmv = `${ceilDiv(BigInt(one.toFen), WAN_FEN)}`;
		else if (one.kind === "force") values[one.force] = `${Math.ceil(one.toBps / 10) / 10}`;
		else if (one.kind === "experts") values[one.level] = `${receipt.inputs.experts[one.level] + one.add}`;
		else if (one.kind === "dispute_rate") values.disputeRate = `${one.toBps / 100}`;
	}
	return values;
}
