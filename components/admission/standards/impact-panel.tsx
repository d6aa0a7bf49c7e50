"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { standardNameById } from "@/components/admission/standards/standard-name";
import { useSpeech } from "@/components/admission/standards/use-speech";
import { useErrorText } from "@/components/forms/use-error-text";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { previewPolicyDraft } from "@/lib/domains/admission/actions/standards";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { TrackName } from "@/lib/domains/admission/types";
import { formatCount } from "@/lib/platform/format";

type Row = { id: string; number: string; name: string; failing: string[]; newlyFailing: string[] };
type Group = { checked: number; failing: number; rows: Row[]; unknown?: number };
type Impact = {
	open: number;
	affected: number;
	toBeJudged: number;
	checksChange: number;
	applications: Group;
	partners: Group;
};

type ImpactPanelProps = {
	/** Brings everything to the server first. */
	flush: () => Promise<number | null>;
	policy: AdmissionPolicy | null;
	tracks: readonly TrackName[];
};

/** Which open applications and active partners would fail under the draft, measured when asked. */
export function ImpactPanel({ flush, policy, tracks }: ImpactPanelProps) {
	const t = useTranslations("standards");
	const errorText = useErrorText();
	const [impact, setImpact] = useState<Impact | null>(null);
	const [error, setError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function measure() {
		setError(null);
		startTransition(async () => {
			await flush();
			const outcome = await previewPolicyDraft({ kind: "admission" });
			if (outcome.ok) setImpact(outcome.impact);
			else setError(errorText(outcome.reason, outcome.params));
		});
	}
	return (
		<Card>
			<CardHeader
				title={t("draft.impact")}
				description={t("draft.impactText")}
				actions={
					<Button variant="secondary" size="sm" pending={pending} disabled={!policy} onClick={measure}>
						{t(impact ? "draft.remeasure" : "draft.measure")}
					</Button>
				}
			/>
			{(impact || error) && (
				<CardBody className="space-y-5">
					{error && (
						<Banner tone="danger" role="alert">
							{error}
						</Banner>
					)}
					{impact && (
						<>
							<div>
								<p className="text-ink text-sm">
									{t("draft.affected")} <strong className="figure">{formatCount(impact.affected)}</strong>
								</p>
								<p className="mt-0.5 text-ink-faint text-xs">
									{t("draft.affectedWhy", {
										toBeJudged: impact.toBeJudged,
										checksChange: impact.checksChange,
										open: impact.open,
									})}
								</p>
							</div>
							<FailingList
								title={t("draft.failingApplications")}
								group={impact.applications}
								policy={policy}
								tracks={tracks}
							/>
							<FailingList
								title={t("draft.failingPartners")}
								group={impact.partners}
								policy={policy}
								tracks={tracks}
							/>
						</>
					)}
				</CardBody>
			)}
		</Card>
	);
}

type FailingListProps = Omit<ImpactPanelProps, "flush"> & { title: string; group: Group };

function FailingList({ title, group, policy, tracks }: FailingListProps) {
	const t = useTranslations("standards");
	const speech = useSpeech(tracks);
	return (
		<div>
			<h3 className="font-semibold text-ink text-sm">
				{title}{" "}
				<span className="figure font-normal text-ink-soft">
					{t("draft.ofChecked", { failing: group.failing, checked: group.checked })}
				</span>
			</h3>
			<p className="text-ink-faint text-xs">
				{group.unknown ? `${t("draft.unknownPartners", { count: group.unknown })} · ` : ""}
				{t("draft.newlyHint")}
			</p>
			{group.rows.length > 0 && (
				<div className="mt-2 max-h-80 overflow-y-auto rounded-lg border">
					<Table label={title} density="compact">
						<TableHeader>
							<TableRow>
								<TableHead>{t("draft.company")}</TableHead>
								<TableHead>{t("draft.numberLabel")}</TableHead>
								<TableHead>{t("draft.failing")}</TableHead>
							</TableRow>
						</TableHeader>
						<TableBody>
							{group.rows.map((row) => (
								<TableRow key={row.id}>
									<TableRowHead>{row.name || "–"}</TableRowHead>
									<TableCell className="figure whitespace-nowrap">{row.number}</TableCell>
									<TableCell>
										<ul className="flex flex-wrap gap-1">
											{row.failing.map((id) => (
												<li key={id}>
													<Badge tone={row.newlyFailing.includes(id) ? "warning" : "neutral"}>
														{standardNameById(speech, policy, id)}
														{row.newlyFailing.includes(id) && ` · ${t("draft.newly")}`}
													</Badge>
												</li>
											))}
										</ul>
									</TableCell>
								</TableRow>
							))}
						</TableBody>
					</Table>
				</div>
			)}
			{group.failing > group.rows.length && (
				<p className="mt-1 text-ink-faint text-xs">{t("draft.andMore", { count: group.rows.length })}</p>
			)}
		</div>
	);
}
