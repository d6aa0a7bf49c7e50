"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { AssumptionControls } from "@/components/trust/stress/assumption-controls";
import { StressChart } from "@/components/trust/stress/stress-chart";
import { StressParts } from "@/components/trust/stress/stress-parts";
import { StressSummary } from "@/components/trust/stress/stress-summary";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import { firstAssumptions } from "@/lib/domains/trust/constants/stress";
import { stressTest } from "@/lib/domains/trust/rules/stress/stress-test";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { StressAssumptions, StressPolicies } from "@/lib/domains/trust/types/stress";

/** What the promises would cost, under assumptions that a person moves. Computed here; nothing is sent or saved. */
export function StressBoard({
	policies,
	first = firstAssumptions,
}: {
	policies: StressPolicies;
	/** What it begins with, and goes back to. */
	first?: StressAssumptions;
}) {
	const t = useTranslations("trustrules");
	const [held, setHeld] = useState<readonly Guarantee[]>(guarantees);
	const [one, setOne] = useState<StressAssumptions>(first);
	const result = stressTest(held, one, policies);
	const toggle = (guarantee: Guarantee, checked: boolean) =>
		setHeld(guarantees.filter((other) => (other === guarantee ? checked : held.includes(other))));
	return (
		<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
			<div className="min-w-0 space-y-4">
				<Card>
					<CardHeader title={t("stress.held")} />
					<CardBody className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
						{guarantees.map((guarantee) => (
							<Checkbox
								key={guarantee}
								label={t(`guarantee.${guarantee}`)}
								checked={held.includes(guarantee)}
								onCheckedChange={(checked) => toggle(guarantee, checked === true)}
							/>
						))}
					</CardBody>
				</Card>
				{held.length === 0 ? (
					<Card>
						<EmptyState title={t("stress.none")} description={t("stress.held")} />
					</Card>
				) : (
					<>
						<StressSummary result={result} one={one} />
						<StressChart held={held} one={one} policies={policies} />
						<StressParts result={result} />
					</>
				)}
				<Card>
					<CardHeader title={t("stress.how")} description={t("stress.howText")} />
				</Card>
			</div>
			<aside className="min-w-0 space-y-4">
				<Card>
					<CardHeader
						title={t("stress.assumptions")}
						actions={
							<Button variant="ghost" size="sm" onClick={() => setOne(first)}>
								{t("stress.reset")}
							</Button>
						}
					/>
					<CardBody>
						<AssumptionControls one={one} onChange={setOne} />
					</CardBody>
				</Card>
			</aside>
		</div>
	);
}
